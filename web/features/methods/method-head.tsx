import { Button } from 'antd';
import { dayName } from '#shared/time';
import { useSession } from '../../lib/desk/session.tsx';
import { Tag } from '../../ui/desk/tag.tsx';
import { Icon } from '../../ui/icon.tsx';
import { downloadText } from './download.ts';
import { levelNames, visibleNames, type Method } from './methods-api.ts';
import { sourceInWords } from './source-words.ts';

const areaWord: Record<string, string> = { community: '本社区', street: '本街道', district: '本区县', city: '全市' };

/** Name, how it stands here, and what can be done with it. */
export function MethodHead({ method, onChange }: { method: Method; onChange: () => void }) {
  const { area, can } = useSession();
  const here = areaWord[area.level] ?? '本辖区';
  return (
    <div className="method-head">
      <div>
        <div className="row">
          <h1>{method.name.zh}</h1>
          {method.adopted ? (
            <Tag tone="ok" icon="check">
              {method.variant ? `${method.variant.areaName}的改法` : `${here}已采用 · 照原文第 ${method.version} 版`}
            </Tag>
          ) : (
            <Tag>{here}还没有采用</Tag>
          )}
          {levelNames[method.level] && <Tag>{levelNames[method.level]}</Tag>}
          {visibleNames[method.visible] && (
            <Tag tone="info" icon={method.visible === 'public' ? 'globe' : 'lock'}>
              {visibleNames[method.visible]}
            </Tag>
          )}
        </div>
        <p className="sm mute promise">
          {method.promise.zh}。　出处：{sourceInWords(method.source)}
        </p>
        {method.variant && <Variant variant={method.variant} version={method.version} />}
      </div>
      <span className="sp" />
      <div className="row">
        <Button icon={<Icon name="print" size="xs" />} href={`/desk/methods/${method.id}/print`} target="_blank">
          打印
        </Button>
        <Button
          icon={<Icon name="download" size="xs" />}
          onClick={() => downloadText(`${method.id}.yaml`, method.yaml, 'application/yaml')}
        >
          下载文件
        </Button>
        {can('method.adopt') && (
          <Button type="primary" icon={<Icon name={method.adopted ? 'fork' : 'check'} size="xs" />} onClick={onChange}>
            {method.adopted ? '复制并修改' : '采用'}
          </Button>
        )}
      </div>
    </div>
  );
}

/** Which version runs here, and what was changed in it. */
function Variant({ variant, version }: { variant: NonNullable<Method['variant']>; version: number }) {
  const { now } = useSession();
  return (
    <p className="sm">
      在原文第 {version} 版上改了 {variant.changes.length} 处：{variant.changes.join('；')}。
      {dayName(variant.since, now())}
      以后的新事照这个办，以前的照旧。
    </p>
  );
}
