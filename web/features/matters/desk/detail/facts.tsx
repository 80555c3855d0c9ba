import { Link } from 'react-router';
import type { FilledField, MatterDetail } from '#contract/matters';
import { momentName } from '#shared/time';
import { useSession } from '../../../../lib/desk/session.tsx';
import { Icon } from '../../../../ui/icon.tsx';
import { Reveal } from './reveal.tsx';

const shownElsewhere = new Set(['images', 'files', 'longtext', 'yesno']);

/** Who, where, when, by whom it is handled; private values masked, revealed with a reason. */
export function Facts({ matter }: { matter: MatterDetail }) {
  const { now } = useSession();
  const { reporter, fields } = matter;
  const phone = fields.find((field) => field.type === 'phone');
  const place = fields.find((field) => field.type === 'place');
  const rest = fields.filter(
    (field) => !shownElsewhere.has(field.type) && field !== phone && field !== place && field.text !== matter.category,
  );
  const agreed = fields.filter((field) => field.type === 'yesno' && field.value === true);
  const long = fields.filter((field) => field.type === 'longtext');
  return (
    <>
      <dl className="kv">
        {reporter && (
          <Fact label="提出人">
            {reporter.name}
            {reporter.onBehalf && <span className="mute"> 由 {reporter.onBehalf} 代报</span>}
            {phone && (
              <>
                {'　'}
                <Reveal matter={matter} field={phone} />
              </>
            )}
          </Fact>
        )}
        {matter.status === 'open' && <Fact label="等谁">{matter.waitsFor}</Fact>}
        {(place || matter.place) && (
          <Fact label="地点">
            <Icon name="pin" size="xs" /> {place?.text ?? matter.place}
            {matter.grid && <span className="mute"> · {matter.grid.name}</span>}
          </Fact>
        )}
        <Fact label="来源">
          {matter.channelName} <span className="mute">{momentName(matter.createdAt, now())}</span>
        </Fact>
        {rest.map((field) => (
          <Fact key={field.id} label={field.label.zh}>
            {field.private ? <Reveal matter={matter} field={field} /> : field.text}
          </Fact>
        ))}
        {matter.mergedInto && (
          <Fact label="并入">
            <Link className="fig" to={`/matters/${matter.areaId}/${matter.mergedInto}`}>
              {matter.mergedInto}
            </Link>
          </Fact>
        )}
      </dl>
      {agreed.length > 0 && <p className="said mute">已选：{agreed.map((field) => field.label.zh).join('、')}</p>}
      {long.map((field) => (
        <LongFact key={field.id} field={field} matter={matter} />
      ))}
    </>
  );
}

function Fact({ label, children }: { label: string; children: React.ReactNode }) {
  return (
    <div>
      <dt>{label}</dt>
      <dd>{children}</dd>
    </div>
  );
}

function LongFact({ field, matter }: { field: FilledField; matter: MatterDetail }) {
  return (
    <p className="said">
      <span className="mute">{field.label.zh}　</span>
      {field.private ? <Reveal matter={matter} field={field} /> : field.text}
    </p>
  );
}
