import { Button } from 'antd';
import { PersonLine } from './person-line.tsx';
import { RevealValue } from './reveal-value.tsx';
import type { MaskedPerson } from './people-api.ts';

type Props = { areaId: string; person: MaskedPerson; mayReveal: boolean; onEdit: (() => void) | null };

/** A resident with what is kept, masked; each field opens by itself, for a reason. */
export function MemberRow({ areaId, person, mayReveal, onEdit }: Props) {
  const reveal = (field: 'name' | 'phone' | 'idNumber' | 'note', label: string, masked: string) => (
    <RevealValue areaId={areaId} personId={person.id} field={field} label={label} masked={masked} may={mayReveal} />
  );
  return (
    <li className="member">
      <PersonLine person={person} />
      <dl>
        <div>
          <dt>姓名</dt>
          <dd>{reveal('name', '姓名', person.name)}</dd>
        </div>
        <div>
          <dt>电话</dt>
          <dd>{person.phone ? reveal('phone', '电话', person.phone) : <span className="faint">没有登记</span>}</dd>
        </div>
        <div>
          <dt>身份证号</dt>
          <dd>
            {person.hasIdNumber ? reveal('idNumber', '身份证号', '已登记') : <span className="faint">没有登记</span>}
          </dd>
        </div>
        {person.hasNote && (
          <div>
            <dt>备注</dt>
            <dd>{reveal('note', '备注', '有')}</dd>
          </div>
        )}
      </dl>
      {onEdit && (
        <Button size="small" onClick={onEdit}>
          修改
        </Button>
      )}
    </li>
  );
}
