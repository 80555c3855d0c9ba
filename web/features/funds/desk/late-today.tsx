import { useSession } from '../../../lib/desk/session.tsx';
import { LateFunds } from './late-list.tsx';
import { useLateAccounts } from './months-api.ts';

/** In 今日: monthly accounts that are late. Nothing for who may not read them, or when none is. */
export function LateToday() {
  const { area, can } = useSession();
  const late = useLateAccounts(area.id, can('fund.read'));
  return late.data && late.data.lateMonths > 0 ? <LateFunds /> : null;
}
