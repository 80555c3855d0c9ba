import { useSession } from '../../../lib/desk/session.tsx';
import { LateList } from './late-list.tsx';
import { useLateAccounts } from './months-api.ts';

/** In 今日: monthly accounts that are late, and estates without one. Nothing for who may not read them, or when none is. */
export function LateToday() {
  const { area, can } = useSession();
  const late = useLateAccounts(area.id, can('fund.read'));
  return late.data && late.data.lateMonths > 0 ? <LateList late={late.data} wide={area.level !== 'community'} /> : null;
}
