import { Link } from 'react-router';
import { Button } from 'antd';
import { refusedOf } from '../../../lib/desk/api.ts';
import { useSession } from '../../../lib/desk/session.tsx';
import { RefusedPage, Waiting } from '../../../ui/desk/states.tsx';
import { Icon } from '../../../ui/icon.tsx';
import { Aliases } from './aliases.tsx';
import { AreaTree } from './area-tree.tsx';
import { levelWords, useAreaPage, useLampPosts, type AreaPage } from './areas-api.ts';
import './areas.css';

/** What is known of an area: its figures with their sources, its codes, what stands below it, its lamp-posts. */
export function SettingsPage() {
  const { area, can } = useSession();
  const page = useAreaPage(area.id);
  const refused = refusedOf(page.error);
  if (refused) return <RefusedPage refused={refused} retry={() => void page.refetch()} />;
  if (!page.data) return <Waiting />;
  return (
    <div className="area-settings">
      <div className="page-head">
        <h1>{page.data.name}</h1>
        <span className="mute sm">
          {page.data.fullName} · {levelWords[page.data.level]}
          {page.data.code ? ` · 统计用区划代码 ${page.data.code}` : ''}
          {page.data.details['codeInvented'] === true ? '（演示用，非实际代码）' : ''}
        </span>
      </div>
      <div className="area-grid">
        <div className="area-column">
          <Contact area={page.data} />
          <Aliases area={page.data} />
          <Figures area={page.data} />
          {page.data.level === 'community' && <LampPosts areaId={area.id} />}
          {can('audit.read') && <AuditChain areaId={area.id} />}
        </div>
        <AreaTree area={page.data} />
      </div>
    </div>
  );
}

function Contact({ area }: { area: AreaPage }) {
  const { telephone, hours, property } = area.details as {
    telephone?: string;
    hours?: { from: string; until: string };
    property?: string;
  };
  if (!telephone && !hours && !property) return null;
  return (
    <section className="card">
      <h2>
        <Icon name="phone" size="xs" />
        居民看到的
      </h2>
      <dl className="facts">
        {telephone && (
          <div>
            <dt>电话</dt>
            <dd>{telephone}</dd>
          </div>
        )}
        {hours && (
          <div>
            <dt>上班时间</dt>
            <dd>
              {hours.from}—{hours.until}
            </dd>
          </div>
        )}
        {property && (
          <div>
            <dt>物业</dt>
            <dd>{property}</dd>
          </div>
        )}
      </dl>
    </section>
  );
}

function Figures({ area }: { area: AreaPage }) {
  return (
    <section className="card">
      <h2>
        <Icon name="chart" size="xs" />
        公开过的数字
        <span className="r">照原文，连同约、余、超</span>
      </h2>
      {area.figures.length === 0 && <p className="pad mute sm">还没有登记公开过的数字。</p>}
      {area.figures.length > 0 && (
        <table className="t figures-table">
          <caption className="sr">公开过的数字</caption>
          <thead>
            <tr>
              <th>指标</th>
              <th className="w-value">数字</th>
              <th className="w-period">时期</th>
              <th>出处</th>
            </tr>
          </thead>
          <tbody>
            {area.figures.map((one) => (
              <tr key={one.id}>
                <td>{one.metric}</td>
                <td>
                  {one.qualifier}
                  <b>{one.value.toLocaleString('en-US')}</b> {one.unit}
                </td>
                <td>{one.period}</td>
                <td className="mute">{one.source}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}

function LampPosts({ areaId }: { areaId: string }) {
  const posts = useLampPosts(areaId);
  if (!posts.data || posts.data.length === 0) return null;
  return (
    <section className="card">
      <h2>
        <Icon name="lamp-post" size="xs" />
        灯杆码
        <span className="r">
          <Link to="/settings/plates" target="_blank">
            <Button size="small" icon={<Icon name="print" size="xs" />} tabIndex={-1}>
              打印全部 {posts.data.length} 块
            </Button>
          </Link>
        </span>
      </h2>
      <ul className="posts">
        {posts.data.map((one) => (
          <li key={one.code}>
            <b>{one.code}</b> {one.label}
          </li>
        ))}
      </ul>
      <p className="pad xs mute">贴在灯杆上，扫一扫就能报那里的事，地点已经填好。</p>
    </section>
  );
}

/** The audit chain to carry away, so that whoever keeps it can prove later that no row was changed. Source: R10. */
function AuditChain({ areaId }: { areaId: string }) {
  return (
    <section className="card">
      <h2>
        <Icon name="shield" size="xs" />
        操作日志
        <span className="r">
          <Button
            size="small"
            icon={<Icon name="download" size="xs" />}
            href={`/api/v1/areas/${areaId}/audit/bundle`}
            download
          >
            下载操作日志
          </Button>
        </span>
      </h2>
      <div className="pad">
        <p className="sm">
          谁在什么时候做了什么、看了什么，一条接一条记着，前后用编码串在一起：改一条、删一条、插一条都查得出来。
        </p>
        <p className="xs mute">
          每个月下载一份存好，以后和新的一份对着查。查的小程序在里仁自带的 docs/verify
          文件夹里，不用网，也不用账号。下载本身也会记下来。
        </p>
      </div>
    </section>
  );
}
