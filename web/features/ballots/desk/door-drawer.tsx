import { useState } from 'react';
import { Button, Drawer, Input } from 'antd';
import { momentName } from '#shared/time';
import { refusedOf } from '../../../lib/desk/api.ts';
import { useSession } from '../../../lib/desk/session.tsx';
import { Note } from '../../../ui/desk/states.tsx';
import { areaName } from '../ballot-words.ts';
import {
  useExclude,
  useProxy,
  useTakeSlip,
  useWithdrawProxy,
  type BallotPage,
  type ElectorLine,
} from './ballots-api.ts';
import { doorNames, stateOf } from './door-words.ts';
import { FilePart } from './file-part.tsx';

/** One door: how it was reached, who votes for it, and why it may not. Never what it chose. */
export function DoorDrawer({ ballot, door, onClose }: { ballot: BallotPage; door: ElectorLine; onClose: () => void }) {
  const works = ballot.can.manage && ballot.state === 'open' && !door.voted && door.excludedReason === null;
  const facts: [string, string | null][] = [
    ['选票号', String(door.number)],
    ['业主', door.name || null],
    ['产权面积', door.area > 0 ? areaName(door.area) : null],
    ['现在', door.voted && door.votedWay ? `${doorNames.voted}，${door.votedWay}` : doorNames[stateOf(door)]],
    ['手机上能投', door.byPhone ? '能' : '不能，没有绑定账号，要送纸票'],
    ['受托人', door.proxyName],
    ['回避原因', door.excludedReason],
  ];
  return (
    <Drawer open size={440} mask={false} onClose={onClose} title={door.label}>
      <dl className="door-facts">
        {facts
          .filter(([, value]) => value)
          .map(([name, value]) => (
            <div key={name}>
              <dt>{name}</dt>
              <dd>{value}</dd>
            </div>
          ))}
      </dl>
      <Deliveries ballot={ballot} door={door} />
      {works && ballot.secret && ballot.can.paper && <SlipPart ballot={ballot} door={door} />}
      {works && door.proxyId && <ProxyPart ballot={ballot} door={door} proxyId={door.proxyId} />}
      {works && !door.proxyName && ballot.proxiesMost > 0 && <ProxyForm ballot={ballot} door={door} />}
      {works && <ExclusionForm ballot={ballot} door={door} />}
    </Drawer>
  );
}

function Deliveries({ ballot, door }: { ballot: BallotPage; door: ElectorLine }) {
  const { now } = useSession();
  return (
    <section className="door-part">
      <h3>送达记录</h3>
      {door.deliveries.length === 0 && <p className="late-text">还没有送达。勾上这一户，记怎么送到的。</p>}
      <ol>
        {door.deliveries.map(({ way, wayName, at, byName, note, proofFile }) => (
          <li key={`${way} ${at}`}>
            {momentName(at, now())} {wayName}
            {byName && <span className="mute"> · {byName}</span>}
            {note && <span className="mute"> · {note}</span>}
            {proofFile && (
              <a
                className="link"
                href={`/api/v1/areas/${ballot.areaId}/files/${proofFile}`}
                target="_blank"
                rel="noreferrer"
              >
                {' '}
                看凭证
              </a>
            )}
          </li>
        ))}
      </ol>
    </section>
  );
}

function SlipPart({ ballot, door }: { ballot: BallotPage; door: ElectorLine }) {
  const take = useTakeSlip(ballot.areaId, ballot.id);
  const refused = refusedOf(take.error);
  return (
    <section className="door-part">
      <h3>领无记名票</h3>
      <p className="mute sm">只记这一户领了一张，不记是哪一张。领了纸票，就不能再用手机投。</p>
      <div className="row">
        <span className="sp" />
        <Button loading={take.isPending} disabled={take.isSuccess} onClick={() => take.mutate(door.id)}>
          {take.isSuccess ? '领了一张' : '领一张票'}
        </Button>
      </div>
      {refused && <Note tone="late">{refused.detail}</Note>}
    </section>
  );
}

function ProxyPart({ ballot, door, proxyId }: { ballot: BallotPage; door: ElectorLine; proxyId: string }) {
  const withdraw = useWithdrawProxy(ballot.areaId, ballot.id);
  const refused = refusedOf(withdraw.error);
  return (
    <section className="door-part">
      <h3>委托 {door.proxyName} 投</h3>
      <div className="row">
        <span className="sp" />
        <Button loading={withdraw.isPending} onClick={() => withdraw.mutate(proxyId)}>
          委托作废
        </Button>
      </div>
      {refused && <Note tone="late">{refused.detail}</Note>}
    </section>
  );
}

function ProxyForm({ ballot, door }: { ballot: BallotPage; door: ElectorLine }) {
  const [holderName, setHolder] = useState('');
  const [consentFile, setConsent] = useState<string | null>(null);
  const proxy = useProxy(ballot.areaId, ballot.id);
  const refused = refusedOf(proxy.error);
  return (
    <section className="door-part">
      <h3>书面委托别人投</h3>
      <p className="mute sm">要有业主签了字的委托书。一个人最多替 {ballot.proxiesMost} 户。</p>
      <label htmlFor="proxy-holder">受托人姓名</label>
      <Input id="proxy-holder" maxLength={40} value={holderName} onChange={(event) => setHolder(event.target.value)} />
      <div className="row">
        <FilePart areaId={ballot.areaId} label="委托书照片" value={consentFile} onChange={setConsent} />
        <span className="sp" />
        <Button
          disabled={holderName.trim().length < 2 || consentFile === null}
          loading={proxy.isPending}
          onClick={() =>
            consentFile && proxy.mutate({ electorId: door.id, holderName: holderName.trim(), consentFile })
          }
        >
          记下委托
        </Button>
      </div>
      {refused && <Note tone="late">{refused.detail}</Note>}
    </section>
  );
}

function ExclusionForm({ ballot, door }: { ballot: BallotPage; door: ElectorLine }) {
  const [reason, setReason] = useState('');
  const exclude = useExclude(ballot.areaId, ballot.id);
  const refused = refusedOf(exclude.error);
  return (
    <section className="door-part">
      <h3>和这件事有利害关系，要回避</h3>
      <label htmlFor="exclusion-reason">原因（会写进公开的记录）</label>
      <Input.TextArea
        id="exclusion-reason"
        maxLength={120}
        autoSize={{ minRows: 2, maxRows: 4 }}
        placeholder="例如：是这次投标单位的负责人"
        value={reason}
        onChange={(event) => setReason(event.target.value)}
      />
      <div className="row">
        <span className="sp" />
        <Button
          danger
          disabled={reason.trim().length < 4}
          loading={exclude.isPending}
          onClick={() => exclude.mutate({ electorId: door.id, reason: reason.trim() })}
        >
          这一户回避
        </Button>
      </div>
      {refused && <Note tone="late">{refused.detail}</Note>}
    </section>
  );
}
