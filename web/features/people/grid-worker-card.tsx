import type { ReactNode } from 'react';
import { Icon } from '../../ui/icon.tsx';
import { telHref } from '../../ui/parts.tsx';
import { faceAddress } from '../../ui/picture.ts';
import type { ContactCard } from '../../../server/modules/people/contact/contract.ts';

/** A person, not an office: face, name, what she does for you, and a call in one press. */
export function GridWorkerCard({ contact, mine }: { contact: ContactCard; mine: boolean }): ReactNode {
  const { worker, looksAfter, onDutyUntil, hours, telephone } = contact;
  if (!worker) return <OfficeCard contact={contact} />;
  return (
    <section className="card pad person gap">
      <img src={faceAddress(worker.face)} alt="" width="52" height="52" />
      <div>
        <p className="n">
          {worker.name} <small>{mine ? '您的网格员' : '网格员'}</small>
        </p>
        {looksAfter ? <p>管{looksAfter}</p> : null}
        <p>{onDutyUntil ? `今天在岗，到 ${onDutyUntil}` : hours ? `${hours} 在岗，急事也可以打` : '急事随时可以打'}</p>
      </div>
      {telephone ? (
        <a className="callb" href={telHref(telephone)}>
          <Icon name="phone" />
          打电话
        </a>
      ) : null}
    </section>
  );
}

/** Before one's door is known: the community's own telephone. */
function OfficeCard({ contact }: { contact: ContactCard }): ReactNode {
  const { areaName, officeTelephone } = contact;
  if (!officeTelephone) return null;
  return (
    <section className="card pad person gap">
      <span className="disc bamboo">
        <Icon name="building" />
      </span>
      <div>
        <p className="n">{areaName}</p>
        <p>有事打这个电话；登录后，这里是您家的网格员</p>
      </div>
      <a className="callb" href={telHref(officeTelephone)}>
        <Icon name="phone" />
        打电话
      </a>
    </section>
  );
}
