import { useState } from 'react';
import { App, Button, Input, Select } from 'antd';
import { refusedOf } from '../../../lib/desk/api.ts';
import { Note } from '../../../ui/desk/states.tsx';
import { useDeliver, type BallotPage } from './ballots-api.ts';
import { FilePart } from './file-part.tsx';

type Way = 'door' | 'phone' | 'sms' | 'paper' | 'post';
const ways: { value: Way; label: string; done: string }[] = [
  { value: 'door', label: '上门送达', done: '上门送达' },
  { value: 'paper', label: '发了纸质票', done: '发了纸质票' },
  { value: 'phone', label: '打了电话', done: '打了电话' },
  { value: 'sms', label: '发了短信', done: '发了短信' },
  { value: 'post', label: '寄了信', done: '寄了信' },
];

/** Writes down for the ticked doors how and when the vote reached them, with a picture as proof. */
export function DeliveryBar({
  ballot,
  ticked,
  onDone,
}: {
  ballot: BallotPage;
  ticked: readonly string[];
  onDone: () => void;
}) {
  const { message } = App.useApp();
  const [way, setWay] = useState<Way>('door');
  const [note, setNote] = useState('');
  const [proof, setProof] = useState<string | null>(null);
  const deliver = useDeliver(ballot.areaId, ballot.id);
  const refused = refusedOf(deliver.error);
  const submit = (): void =>
    deliver.mutate(
      { electorIds: [...ticked], way, note: note.trim(), ...(proof ? { proofFile: proof } : {}) },
      {
        onSuccess: ({ delivered }) => {
          void message.success(`记下了，${delivered} 户`);
          onDone();
        },
      },
    );
  return (
    <div className="delivery-bar">
      <b>已选 {ticked.length} 户</b>
      <Select aria-label="怎么送到的" value={way} options={ways} onChange={setWay} />
      <Input
        aria-label="说明"
        placeholder="说明，可不填"
        maxLength={200}
        value={note}
        onChange={(event) => setNote(event.target.value)}
      />
      <FilePart areaId={ballot.areaId} label="凭证照片" value={proof} onChange={setProof} />
      <Button type="primary" loading={deliver.isPending} onClick={submit}>
        记 {ticked.length} 户已送达
      </Button>
      <Button type="text" onClick={onDone}>
        取消选择
      </Button>
      {refused && <Note tone="late">{refused.detail}</Note>}
    </div>
  );
}
