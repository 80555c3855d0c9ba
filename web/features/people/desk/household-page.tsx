import { useState } from 'react';
import { Link, useParams } from 'react-router';
import { Button } from 'antd';
import { refusedOf } from '../../../lib/desk/api.ts';
import { Empty, RefusedPage, Waiting } from '../../../ui/desk/states.tsx';
import { Icon } from '../../../ui/icon.tsx';
import { CardsPart } from './cards-part.tsx';
import { FamilyPart } from './family-part.tsx';
import { MemberRow } from './member-row.tsx';
import { PersonForm } from './person-form.tsx';
import { useHousehold, type HouseholdPage as Page, type MaskedPerson } from './people-api.ts';
import './people.css';

/** One household: who lives there, its cards, and which family may act for whom. */
export function HouseholdPage() {
  const { areaId = '', householdId = '' } = useParams();
  const household = useHousehold(areaId, householdId);
  const refused = refusedOf(household.error);
  if (refused) return <RefusedPage refused={refused} retry={() => void household.refetch()} />;
  if (!household.data) return <Waiting />;
  return <HouseholdView areaId={areaId} household={household.data} />;
}

function HouseholdView({ areaId, household }: { areaId: string; household: Page }) {
  const [edited, edit] = useState<MaskedPerson | 'new' | null>(null);
  const mayEdit = household.actions.includes('edit');
  const here = household.members.filter((member) => member.leftAt === null);
  return (
    <div className="household">
      <div className="page-head">
        <h1>{household.label}</h1>
        <span className="mute sm">
          {[household.gridName, household.buildingName].filter(Boolean).join(' · ')} · 登记 {here.length} 人
        </span>
        <span className="sp" />
        {household.buildingId && (
          <Link className="link sm" to={`/matters?building=${household.buildingId}&status=open`}>
            这栋楼在办的事
          </Link>
        )}
        {mayEdit && (
          <Button icon={<Icon name="plus" size="xs" />} onClick={() => edit('new')}>
            加一人
          </Button>
        )}
      </div>
      <section className="card">
        <h2>
          <Icon name="people" size="xs" />
          住在这里的人
          <span className="r">姓名和电话已遮住，查看会留痕</span>
        </h2>
        {here.length === 0 && <Empty>这一户还没有登记人。</Empty>}
        <ul>
          {here.map((person) => (
            <MemberRow
              key={person.id}
              areaId={areaId}
              person={person}
              mayReveal={household.actions.includes('reveal')}
              onEdit={mayEdit ? () => edit(person) : null}
            />
          ))}
        </ul>
      </section>
      <div className="household-grid">
        <CardsPart areaId={areaId} household={household} />
        <FamilyPart areaId={areaId} household={household} />
      </div>
      {edited && (
        <PersonForm
          key={edited === 'new' ? 'new' : edited.id}
          areaId={areaId}
          householdId={household.id}
          person={edited === 'new' ? null : edited}
          onClose={() => edit(null)}
        />
      )}
    </div>
  );
}
