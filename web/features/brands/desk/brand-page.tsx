import { useState } from 'react';
import { Button } from 'antd';
import { refusedOf } from '../../../lib/desk/api.ts';
import { isWide, useSession } from '../../../lib/desk/session.tsx';
import { RefusedPage, Waiting } from '../../../ui/desk/states.tsx';
import { Icon } from '../../../ui/icon.tsx';
import { useBrandDesk } from './brand-api.ts';
import { BrandEditor } from './brand-editor.tsx';
import { BrandWall } from './brand-wall.tsx';
import { ChoiceCard } from './choice-card.tsx';
import { ProofsCard } from './proofs-card.tsx';
import { ReviewCard } from './review-card.tsx';
import { StandingCard } from './standing-card.tsx';
import { SurveyCard } from './survey-card.tsx';
import './brand.css';

/** 一社一品 on the desk: for a community its brand, above it the brands of its communities. */
export function BrandPage() {
  const { area } = useSession();
  return isWide(area) ? <BrandWall area={area} /> : <OwnBrand key={area.id} areaId={area.id} />;
}

function OwnBrand({ areaId }: { areaId: string }) {
  const { area } = useSession();
  const [edits, edit] = useState(false);
  const found = useBrandDesk(areaId);
  const refused = refusedOf(found.error);
  if (refused) return <RefusedPage refused={refused} retry={() => void found.refetch()} />;
  if (!found.data) return <Waiting />;
  const desk = found.data;
  return (
    <div className="brand-desk">
      <div className="page-head">
        <h1>一社一品</h1>
        <span className="sp" />
        {desk.shown && (
          <Button icon={<Icon name="open" size="xs" />} href={`/b/${area.code ?? areaId}`} target="_blank">
            看品牌页
          </Button>
        )}
        {desk.shown && (
          <Button icon={<Icon name="print" size="xs" />} href="/desk/brand/print" target="_blank">
            打印年度复核表
          </Button>
        )}
        {desk.actions.includes('edit') && (
          <Button type="primary" icon={<Icon name="edit" size="xs" />} onClick={() => edit(true)}>
            {desk.brand ? '改品牌' : '建品牌'}
          </Button>
        )}
      </div>
      <div className="columns">
        <div className="column">
          <StandingCard desk={desk} onEdit={() => edit(true)} />
          <ChoiceCard desk={desk} />
        </div>
        <div className="column">
          <SurveyCard desk={desk} />
          {desk.figures && <ReviewCard desk={desk} figures={desk.figures} />}
          {desk.brand && <ProofsCard desk={desk} />}
        </div>
      </div>
      {edits && <BrandEditor desk={desk} onClose={() => edit(false)} />}
    </div>
  );
}
