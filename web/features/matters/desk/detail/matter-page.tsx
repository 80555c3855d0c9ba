import { Link, useParams } from 'react-router';
import { refusedOf } from '../../../../lib/desk/api.ts';
import { RefusedPage, Waiting } from '../../../../ui/desk/states.tsx';
import { Icon } from '../../../../ui/icon.tsx';
import { useMatter } from '../matters-api.ts';
import { MatterView } from './matter-view.tsx';

/** One matter as a page, for a link or a second screen. */
export function MatterPage() {
  const { areaId = '', number = '' } = useParams();
  const matter = useMatter(areaId, number);
  const refused = refusedOf(matter.error);
  if (refused && !matter.data) return <RefusedPage refused={refused} retry={() => void matter.refetch()} />;
  if (!matter.data) return <Waiting />;
  return (
    <div className="matter-page">
      <h1 className="sr">事项</h1>
      <MatterView
        key={number}
        matter={matter.data}
        tools={
          <>
            <a className="row link" href={`/t/${matter.data.traceCode}`}>
              <Icon name="globe" size="xs" />
              公开页
            </a>
            <Link className="row link" to={`/print/slip/${areaId}/${number}`} target="_blank">
              <Icon name="print" size="xs" />
              办理单
            </Link>
            <Link className="row link" to={`/print/reply/${areaId}/${number}`} target="_blank">
              <Icon name="print" size="xs" />
              答复单
            </Link>
          </>
        }
      />
    </div>
  );
}
