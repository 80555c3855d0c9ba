import { Button, Input, Select } from 'antd';
import type { z } from 'zod';
import type { OwnerForm } from '#contract/organisations/owners';

export type OwnerInput = z.input<typeof OwnerForm>;
export const blankOwner: OwnerInput = { name: '', phone: '', kind: 'person' };

const kinds = [
  { value: 'person', label: '个人' },
  { value: 'company', label: '单位' },
  { value: 'developer', label: '开发商（未售）' },
];

/** Owners of a door, a line each; the first votes. */
export function OwnerLines({ owners, onChange }: { owners: OwnerInput[]; onChange: (owners: OwnerInput[]) => void }) {
  const set = (at: number, change: Partial<OwnerInput>): void =>
    onChange(owners.map((owner, index) => (index === at ? { ...owner, ...change } : owner)));
  return (
    <div className="body-fields">
      {owners.map((owner, at) => (
        <div key={at} className="row">
          <Input
            aria-label={at === 0 ? '投票的业主姓名' : `共有人 ${at} 的姓名`}
            placeholder={at === 0 ? '投票的业主' : '共有人'}
            maxLength={60}
            value={owner.name}
            onChange={(event) => set(at, { name: event.target.value })}
          />
          <Input
            aria-label={at === 0 ? '投票的业主电话' : `共有人 ${at} 的电话`}
            placeholder="电话"
            maxLength={30}
            value={owner.phone ?? ''}
            onChange={(event) => set(at, { phone: event.target.value })}
          />
          <Select
            aria-label={at === 0 ? '投票的业主类别' : `共有人 ${at} 的类别`}
            value={owner.kind ?? 'person'}
            options={kinds}
            onChange={(kind: NonNullable<OwnerInput['kind']>) => set(at, { kind })}
          />
        </div>
      ))}
      <p>
        <Button size="small" onClick={() => onChange([...owners, blankOwner])}>
          加一位共有人
        </Button>
      </p>
    </div>
  );
}
