import { useState } from 'react';
import { Link } from 'react-router';
import { Input } from 'antd';
import { icons, type IconName } from '../../icons/icons.ts';
import { refusedOf } from '../../lib/desk/api.ts';
import { useSession } from '../../lib/desk/session.tsx';
import { Empty, RefusedPage, Waiting } from '../../ui/desk/states.tsx';
import { Tag } from '../../ui/desk/tag.tsx';
import { Icon } from '../../ui/icon.tsx';
import { levelNames, useLibrary, type Summary } from './methods-api.ts';
import { sourceInWords } from './source-words.ts';
import './methods.css';

/** The library of methods: what this area runs, and what others have that it could take over. */
export function LibraryPage() {
  const { area } = useSession();
  const [words, setWords] = useState('');
  const library = useLibrary(area.id);
  const refused = refusedOf(library.error);
  if (refused) return <RefusedPage refused={refused} retry={() => void library.refetch()} />;
  if (!library.data) return <Waiting />;
  const found = library.data.filter((method) => matches(method, words.trim()));
  const groups = [
    { title: `${area.name}在用`, methods: found.filter((method) => method.adopted) },
    { title: '还没有采用', methods: found.filter((method) => !method.adopted) },
  ].filter((group) => group.methods.length > 0);
  return (
    <div className="library">
      <div className="page-head">
        <h1>工作法</h1>
        <p className="mute sm">
          一个工作法是一份写明步骤、谁办、几天办完的文件。采用以后就照它办事，原文没有定的地方可以改。
        </p>
        <span className="sp" />
        <Input
          className="finder"
          allowClear
          placeholder="按名称、步骤、出处找"
          aria-label="找工作法"
          prefix={<Icon name="search" size="xs" />}
          value={words}
          onChange={(event) => setWords(event.target.value)}
        />
      </div>
      {groups.map((group) => (
        <section key={group.title} className="card">
          <h2>
            {group.title} <span className="mute">{group.methods.length} 个</span>
          </h2>
          <ul>
            {group.methods.map((method) => (
              <li key={method.id}>
                <MethodRow method={method} />
              </li>
            ))}
          </ul>
        </section>
      ))}
      {found.length === 0 && (
        <Empty>
          没有找到“{words}”。
          <button type="button" className="plain fig" onClick={() => setWords('')}>
            看全部 {library.data.length} 个
          </button>
        </Empty>
      )}
    </div>
  );
}

function MethodRow({ method }: { method: Summary }) {
  return (
    <Link to={`/methods/${method.id}`} className="method-row">
      <span className="method-icon">
        <Icon name={iconOf(method.icon)} size="m" />
      </span>
      <span className="method-words">
        <span className="row">
          <b className="method-name">{method.name.zh}</b>
          {levelNames[method.level] && <Tag>{levelNames[method.level]}</Tag>}
          {method.required && (
            <Tag tone="info" icon="flag">
              上级要求采用
            </Tag>
          )}
          {method.adopted && (
            <Tag tone="ok" icon="check">
              {method.changed > 0
                ? `在第 ${method.version} 版上改了 ${method.changed} 处`
                : `照第 ${method.version} 版`}
            </Tag>
          )}
        </span>
        <span className="mute sm cut">{method.promise.zh}</span>
        <span className="xs faint cut">出处：{sourceInWords(method.source)}</span>
      </span>
      <ol className="steps-short" aria-label="步骤">
        {method.steps.map((step) => (
          <li key={step.zh}>{step.zh}</li>
        ))}
      </ol>
      <Icon name="chevron-right" size="xs" />
    </Link>
  );
}

function iconOf(name: string): IconName {
  return name in icons ? (name as IconName) : 'flow';
}

function matches(method: Summary, words: string): boolean {
  if (!words) return true;
  return [method.name.zh, method.promise.zh, sourceInWords(method.source), ...method.steps.map((step) => step.zh)].some(
    (text) => text.includes(words),
  );
}
