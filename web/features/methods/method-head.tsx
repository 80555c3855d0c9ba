import { useRef } from 'react';
import { Button } from 'antd';
import { dayName } from '#shared/time';
import { isWide, useSession } from '../../lib/desk/session.tsx';
import { Tag } from '../../ui/desk/tag.tsx';
import { Icon } from '../../ui/icon.tsx';
import { downloadText } from './download.ts';
import { Note } from '../../ui/desk/states.tsx';
import { levelNames, visibleNames, type Method, type WholeVersion } from './methods-api.ts';
import { sourceInWords } from './source-words.ts';

const areaWord: Record<string, string> = { community: '本社区', street: '本街道', district: '本区县', city: '全市' };

type Props = {
  method: Method;
  onChange: () => void;
  onVersion: (version: WholeVersion) => void;
  onBind: () => void;
};

/** Name, how it stands here, and what can be done with it. */
export function MethodHead({ method, onChange, onVersion, onBind }: Props) {
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
        {method.update && <Update method={method} update={method.update} onVersion={onVersion} />}
      </div>
      <span className="sp" />
      <div className="row">
        <Button icon={<Icon name="print" size="xs" />} href={`/desk/methods/${method.id}/print`} target="_blank">
          打印
        </Button>
        <FileButtons method={method} onVersion={onVersion} />
        {can('method.bind') && isWide(area) && (
          <Button icon={<Icon name="flag" size="xs" />} onClick={onBind}>
            对下面的要求
          </Button>
        )}
        {can('method.adopt') && (
          <Button type="primary" icon={<Icon name={method.adopted ? 'fork' : 'check'} size="xs" />} onClick={onChange}>
            {method.adopted ? '复制并修改' : '采用'}
          </Button>
        )}
      </div>
    </div>
  );
}

/** A version goes out as a file and comes in as one: the library's, one's own, or another community's. */
function FileButtons({ method, onVersion }: { method: Method; onVersion: (version: WholeVersion) => void }) {
  const { can } = useSession();
  const input = useRef<HTMLInputElement>(null);
  const take = async (file: File | undefined): Promise<void> => {
    if (!file) return;
    const adoption = { method: method.id, file: await file.text() };
    onVersion({
      title: `用文件“${file.name}”`,
      note: '先检查，再说和现在用的版本有什么不同；采用以前什么都不变。',
      adoption,
    });
    if (input.current) input.current.value = '';
  };
  return (
    <>
      <Button
        icon={<Icon name="download" size="xs" />}
        onClick={() => downloadText(`${method.id}.yaml`, method.yaml, 'application/yaml')}
      >
        下载文件
      </Button>
      {can('method.adopt') && (
        <>
          <Button icon={<Icon name="upload" size="xs" />} onClick={() => input.current?.click()}>
            用改过的文件
          </Button>
          <input
            ref={input}
            type="file"
            hidden
            accept=".yaml,.yml"
            aria-label="改过的工作法文件"
            onChange={(event) => void take(event.target.files?.[0])}
          />
        </>
      )}
    </>
  );
}

type UpdateProps = {
  method: Method;
  update: NonNullable<Method['update']>;
  onVersion: (version: WholeVersion) => void;
};

/** The library has a newer version; nothing changes until it is adopted. */
function Update({ method, update, onVersion }: UpdateProps) {
  const { can, area } = useSession();
  const settings = Object.fromEntries(
    method.settable
      .filter((one) => JSON.stringify(one.value) !== JSON.stringify(one.original))
      .map((one) => [one.path, one.value as never]),
  );
  const look = (): void =>
    onVersion({
      title: `改用库里的第 ${update.version} 版`,
      note: `${area.name}自己调过的值会带过去。`,
      adoption: { method: method.id, settings, update: true },
    });
  const action = can('method.adopt') ? (
    <Button size="small" onClick={look}>
      看看再定
    </Button>
  ) : undefined;
  return (
    <Note tone="info" action={action}>
      库里有了第 {update.version} 版：{update.changes.join('；') || '只改了说明文字'}。采用以前，这里照旧。
    </Note>
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
