import { useState } from 'react';
import { Link, useSearchParams } from 'react-router';
import { Button } from 'antd';
import type { StandardList } from '#contract/assessment';
import { newKey, refusedOf } from '../../../lib/desk/api.ts';
import { isWide, useSession } from '../../../lib/desk/session.tsx';
import { Empty, Note, RefusedPage, Waiting } from '../../../ui/desk/states.tsx';
import { useAdoptStandard, useStandards } from './assessment-api.ts';
import { CommunityStandard } from './community-standard.tsx';
import { OverviewCard } from './overview-card.tsx';
import { PilotsCard } from './pilots-card.tsx';
import './assessment.css';

type Summary = StandardList['items'][number];

/** A standard: for a community its own sheet, above it the communities side by side; and its pilots and themes. */
export function StandardPage() {
  const { area } = useSession();
  const [search] = useSearchParams();
  const found = useStandards(area.id);
  const refused = refusedOf(found.error);
  if (refused) return <RefusedPage refused={refused} retry={() => void found.refetch()} />;
  if (!found.data) return <Waiting />;
  const standard = found.data.find(({ id }) => id === search.get('standard')) ?? found.data[0];
  if (!standard) return <Empty>标准库里还没有标准。</Empty>;
  const isPilots = search.get('view') === 'pilots';
  return (
    <div className="standard">
      <nav className="views" aria-label="看什么">
        <Link to="/standard" aria-current={isPilots ? undefined : 'page'}>
          对照标准
        </Link>
        <Link to="/standard?view=pilots" aria-current={isPilots ? 'page' : undefined}>
          试点与类型
        </Link>
      </nav>
      {isPilots ? <PilotsCard standard={standard.id} /> : <Standing key={area.id} standard={standard} />}
    </div>
  );
}

function Standing({ standard }: { standard: Summary }) {
  const { area } = useSession();
  if (isWide(area)) return <OverviewCard standard={standard} />;
  return standard.adopted ? (
    <CommunityStandard areaId={area.id} standard={standard.id} />
  ) : (
    <NotAdopted standard={standard} />
  );
}

function NotAdopted({ standard }: { standard: Summary }) {
  const { area, can } = useSession();
  const adopt = useAdoptStandard(area.id);
  const [key] = useState(newKey);
  const refused = refusedOf(adopt.error);
  return (
    <section className="card">
      <h2>{standard.name}</h2>
      <Empty>
        {area.name}还没有采用这个标准。采用以后，系统按这一年的记录一条一条算给您看。
        {can('method.adopt') ? '' : '请书记或者上级来采用。'}
      </Empty>
      {refused && <Note tone="late">{refused.detail}</Note>}
      {can('method.adopt') && (
        <p className="adopt">
          <Button
            type="primary"
            loading={adopt.isPending}
            onClick={() => adopt.mutate({ standard: standard.id, settings: {}, key })}
          >
            采用
          </Button>
        </p>
      )}
    </section>
  );
}
