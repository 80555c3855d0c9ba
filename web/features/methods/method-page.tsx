import { useState } from 'react';
import { useParams } from 'react-router';
import { refusedOf } from '../../lib/desk/api.ts';
import { useSession } from '../../lib/desk/session.tsx';
import { RefusedPage, Waiting } from '../../ui/desk/states.tsx';
import { AdoptDrawer } from './adopt/adopt-drawer.tsx';
import { VersionDrawer } from './adopt/version-drawer.tsx';
import { BindDrawer } from './bind/bind-drawer.tsx';
import { BindingsCard } from './bind/bindings-card.tsx';
import { DrawingCard } from './drawing-card.tsx';
import { MethodHead } from './method-head.tsx';
import { useMethod, type TakenFrom, type WholeVersion } from './methods-api.ts';
import { ResultsCard } from './results-card.tsx';
import { SettingsCard } from './settings-card.tsx';
import { SourceCard } from './source-card.tsx';
import { StepTable } from './step-table.tsx';
import { UsersCard } from './users-card.tsx';
import './methods.css';

/** One method: how it goes, where it comes from, what may be set, who uses it and how it works out. */
export function MethodPage() {
  const { id = '' } = useParams();
  const { area } = useSession();
  const [isOpen, open] = useState(false);
  const [taken, take] = useState<TakenFrom | null>(null);
  const [version, look] = useState<WholeVersion | null>(null);
  const [isBinding, bind] = useState(false);
  const method = useMethod(id, area.id);
  const refused = refusedOf(method.error);
  if (refused) return <RefusedPage refused={refused} retry={() => void method.refetch()} />;
  if (!method.data) return <Waiting lines={9} />;
  const page = method.data;
  const change = (from: TakenFrom | null): void => {
    take(from);
    open(true);
  };
  return (
    <div className="method">
      <MethodHead method={page} onChange={() => change(null)} onVersion={look} onBind={() => bind(true)} />
      <div className="method-grid">
        <div className="method-column">
          <DrawingCard method={page} />
          <StepTable method={page} />
          <ResultsCard method={page} />
        </div>
        <div className="method-column">
          <BindingsCard method={page} />
          <SourceCard method={page} />
          <SettingsCard method={page} />
          <UsersCard method={page} onTake={change} onVersion={look} />
        </div>
      </div>
      {version && <VersionDrawer version={version} onClose={() => look(null)} />}
      {isBinding && <BindDrawer method={page} onClose={() => bind(false)} />}
      {isOpen && <AdoptDrawer key={taken?.areaId ?? 'own'} method={page} taken={taken} onClose={() => open(false)} />}
    </div>
  );
}
