import { useState } from 'react';
import { Button, Drawer } from 'antd';
import { parseYuan } from '#shared/money';
import { shanghaiDate } from '#shared/time';
import { newKey, refusedOf } from '../../../lib/desk/api.ts';
import { useDraft } from '../../../lib/desk/drafts.ts';
import { useSession } from '../../../lib/desk/session.tsx';
import { Note } from '../../../ui/desk/states.tsx';
import { useDraftVoucher, type Form, type FundPage, type VoucherCard } from './funds-api.ts';
import { VoucherFields } from './voucher-fields.tsx';

type Props = {
  fund: FundPage;
  /** What is changed, or what a matter proposed; without it a new one. */
  voucher?: VoucherCard;
  onClose: () => void;
  onDone: () => void;
};

/** The form of a voucher as it stands. */
function formOf(one: VoucherCard): Form {
  const { kind, way, receiptNo, day, accountId, party, memo, relatedNote, payee, related, papers } = one;
  return {
    ...{ kind: kind === 'correction' ? 'payment' : kind, way, receiptNo, day, accountId, party, memo, relatedNote },
    amount: (one.amount / 100).toFixed(2),
    payeeUserId: payee?.id ?? null,
    relatedIds: related.map(({ id }) => id),
    papers: papers.map(({ id }) => id),
  };
}

const blank = (day: string): Form => ({
  ...{ kind: 'payment', way: 'bank', receiptNo: '', day, amount: '', accountId: '', party: '', memo: '' },
  ...{ payeeUserId: null, relatedIds: [], relatedNote: '', papers: [] },
});

/** Writes a voucher. What was typed stays until it is sent, also when it is refused. */
export function VoucherForm({ fund, voucher, onClose, onDone }: Props) {
  const { me, now } = useSession();
  const [form, setForm, drop] = useDraft<Form>(
    me.id,
    `voucher.${voucher?.id ?? fund.id}`,
    voucher ? formOf(voucher) : blank(shanghaiDate(now())),
  );
  const [key, renew] = useState(newKey);
  const draft = useDraftVoucher(fund);
  const refused = refusedOf(draft.error);
  const save = (): void =>
    draft.mutate(voucher ? { form, key, voucherId: voucher.id, version: voucher.version } : { form, key }, {
      onSuccess: () => {
        drop();
        onDone();
      },
      onError: () => renew(newKey()),
    });
  const amount = parseYuan(form.amount);
  const ready = amount !== null && amount >= 0 && form.accountId !== '' && form.memo.trim().length >= 2;
  const carried = Boolean(voucher?.matter);
  return (
    <Drawer
      open
      size={560}
      mask={false}
      onClose={onClose}
      title={voucher ? (carried ? '经办这笔付款' : '改凭证') : '记一笔'}
      footer={
        <div className="funds-foot">
          {refused && <Note tone="late">{[refused.detail, ...Object.values(refused.fields ?? {})].join(' ')}</Note>}
          <div className="row">
            <span className="sp sm mute">
              {form.kind === 'income' ? '收入一个人记就行，记了就有凭证号' : '付款要两个人：您经办，另一位复核后才记账'}
            </span>
            <Button type="primary" disabled={!ready} loading={draft.isPending} onClick={save}>
              {form.kind === 'income' ? '记账' : '交复核'}
            </Button>
          </div>
        </div>
      }
    >
      <VoucherFields fund={fund} form={form} carried={carried} fields={refused?.fields ?? {}} onChange={setForm} />
    </Drawer>
  );
}
