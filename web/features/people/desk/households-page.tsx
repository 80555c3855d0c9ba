import { useState } from 'react';
import { useNavigate } from 'react-router';
import { Button } from 'antd';
import { isWide, useSession } from '../../../lib/desk/session.tsx';
import { Empty } from '../../../ui/desk/states.tsx';
import { Icon } from '../../../ui/icon.tsx';
import { ExportButton } from './export-button.tsx';
import { HouseholdForm } from './household-form.tsx';
import { HouseholdList } from './household-list.tsx';
import { PersonFinder } from './person-finder.tsx';
import { PlaceTree } from './place-tree.tsx';
import { WaitingCards } from './waiting-cards.tsx';
import './people.css';

/** Households by grid and building, and whoever lives there by telephone, citizen number, name or tag. */
export function HouseholdsPage() {
  const { area, can } = useSession();
  const navigate = useNavigate();
  const [adds, add] = useState(false);
  if (isWide(area)) {
    return <Empty>居民和房屋由社区登记。请在左上角选一个社区。</Empty>;
  }
  return (
    <div className="people">
      <div className="page-head">
        <h1>居民与房屋</h1>
        <PersonFinder areaId={area.id} />
        <span className="sp" />
        <Button icon={<Icon name="print" size="xs" />} onClick={() => void navigate('/door-notices')}>
          楼道告示
        </Button>
        <ExportButton areaId={area.id} mayReveal={can('people.reveal')} />
        {can('people.write') && (
          <Button icon={<Icon name="plus" size="xs" />} onClick={() => add(true)}>
            加一户
          </Button>
        )}
      </div>
      <WaitingCards areaId={area.id} />
      <div className="people-grid">
        <PlaceTree areaId={area.id} />
        <HouseholdList areaId={area.id} />
      </div>
      {adds && <HouseholdForm areaId={area.id} onClose={() => add(false)} />}
    </div>
  );
}
