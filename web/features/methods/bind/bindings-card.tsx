import { dayName } from '#shared/time';
import { useSession } from '../../../lib/desk/session.tsx';
import { Note } from '../../../ui/desk/states.tsx';
import { Tag } from '../../../ui/desk/tag.tsx';
import { Icon } from '../../../ui/icon.tsx';
import { useBindings, type Binding, type Method } from '../methods-api.ts';

/** What the areas above ask of this method; above, who below does not keep to it. Nothing asked, nothing shown. */
export function BindingsCard({ method }: { method: Method }) {
  const { area } = useSession();
  const { data } = useBindings(method.id, area.id);
  if (!data || data.bindings.length === 0) return null;
  return (
    <section className="card bindings">
      <h2>
        <Icon name="flag" size="xs" />
        上级的要求
        <span className="r">下面的版本不能低于它</span>
      </h2>
      {data.lowered.length > 0 && (
        <Note tone="late">这里在用的版本低于要求：{data.lowered.join('；')}。新的改动要先改回要求以内。</Note>
      )}
      {data.bindings.map((binding) => (
        <Asked key={binding.areaId} binding={binding} />
      ))}
      {data.bindings.some((binding) => binding.own) && <Below page={data} />}
    </section>
  );
}

function Asked({ binding }: { binding: Binding['bindings'][number] }) {
  const { now } = useSession();
  return (
    <div className="pad">
      <p className="sm">
        <b>{binding.own ? `${binding.areaName}（本级）` : binding.areaName}</b>
        {binding.required && (
          <>
            {' '}
            <Tag tone="info" icon="flag">
              必须采用
            </Tag>
          </>
        )}
        <span className="mute">
          　{binding.byName} {dayName(binding.at, now())}定{binding.reason && `：${binding.reason}`}
        </span>
      </p>
      <ul className="sm floor-list">
        {binding.floors.map((floor) => (
          <li key={`${floor.place} ${floor.rule}`}>{floor.words}</li>
        ))}
      </ul>
    </div>
  );
}

function Below({ page }: { page: Binding }) {
  const kept = page.communities - page.below.length;
  return (
    <div className="pad">
      <p className="sm">
        下面 {page.communities} 个社区，{kept} 个符合
        {page.below.length > 0 && `，${page.below.length} 个还不符合：`}
        {page.below.length === 0 && '。'}
      </p>
      <ul className="sm floor-list">
        {page.below.map((one) => (
          <li key={one.areaId}>
            {one.name} <span className="mute">{one.street}</span>：{one.why.join('；')}
          </li>
        ))}
      </ul>
    </div>
  );
}
