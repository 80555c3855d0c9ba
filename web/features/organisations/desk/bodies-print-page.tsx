import { Button } from 'antd';
import { refusedOf } from '../../../lib/desk/api.ts';
import { useSession } from '../../../lib/desk/session.tsx';
import { RefusedPage, Waiting } from '../../../ui/desk/states.tsx';
import { Icon } from '../../../ui/icon.tsx';
import { useBodies } from './bodies-api.ts';
import './bodies-print.css';

/** The list for the board: posts, and the names of those who agreed to be shown. */
export function BodiesPrintPage() {
  const { area } = useSession();
  const found = useBodies(area.id);
  const refused = refusedOf(found.error);
  if (refused) return <RefusedPage refused={refused} retry={() => void found.refetch()} />;
  if (!found.data) return <Waiting />;
  return (
    <>
      <p className="sheet-tools">
        <Button type="primary" icon={<Icon name="print" size="xs" />} onClick={() => window.print()}>
          打印
        </Button>
        <span className="mute sm">A4 竖向；没有同意公开的，姓名打码</span>
      </p>
      <main className="bodies-sheet">
        <h1>{area.name} · 谁在为我们办事</h1>
        <table>
          <thead>
            <tr>
              <th scope="col">组织</th>
              <th scope="col">成员</th>
              <th scope="col">怎么找</th>
            </tr>
          </thead>
          <tbody>
            {found.data.items.map(({ id, name, members, reach, termTo }) => (
              <tr key={id}>
                <th scope="row">
                  {name}
                  {termTo && <small>任期到 {termTo}</small>}
                </th>
                <td>{members.map((member) => `${member.post} ${member.name}`).join('　') || '空缺'}</td>
                <td>{reach}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </main>
    </>
  );
}
