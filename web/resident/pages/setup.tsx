import type { ReactNode } from 'react';
import {
  data,
  Form,
  redirect,
  useActionData,
  useLoaderData,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
} from 'react-router';
import type { Founding } from '#contract/setup';
import { api, need, refusedBy } from '../../lib/api.ts';
import { FormProblem, Problem } from '../../ui/parts.tsx';

export async function loader({ context, request }: LoaderFunctionArgs) {
  const { open } = await need(api(context).GET('/api/v1/setup'), request);
  if (!open) throw redirect('/login');
  return { secret: new URL(request.url).searchParams.get('code') ?? '' };
}

export const meta = (): { title: string }[] => [{ title: '建立您的社区 · 里仁' }];

type Typed = Omit<Founding, 'password'>;
type Said = { sentence?: string | undefined; problems: Record<string, string>; typed: Typed };

/** Founds the community, signs its first administrator in, and leads to the check list. */
export async function action({ context, request }: ActionFunctionArgs) {
  const form = await request.formData();
  const text = (name: string): string => String(form.get(name) ?? '').trim();
  const password = String(form.get('password') ?? '');
  const typed: Typed = {
    secret: text('secret'),
    code: text('code'),
    city: text('city'),
    district: text('district'),
    street: text('street'),
    community: text('community'),
    name: text('name'),
    username: text('username'),
  };
  const founded = await api(context).POST('/api/v1/setup', { body: { ...typed, password } });
  const refused = refusedBy(founded);
  if (refused) {
    const { fields, detail, status } = refused;
    return data<Said>({ sentence: fields ? undefined : detail, problems: fields ?? {}, typed }, { status });
  }
  const session = await api(context).POST('/api/v1/session', { body: { username: typed.username, password } });
  return redirect(session.data ? '/desk/setup' : '/login');
}

type Line = {
  name: keyof Typed | 'password';
  label: string;
  hint?: string;
  example?: string;
  type?: string;
  inputMode?: 'numeric';
  autoComplete?: string;
};

const place: Line[] = [
  {
    name: 'code',
    label: '社区（村）的 12 位区划代码',
    hint: '国家统计局“统计用区划代码”里查得到。上级的代码从它推出来，不用再填。',
    example: '370303001001',
    inputMode: 'numeric',
  },
  { name: 'city', label: '市（州、地区；直辖市填市名）', example: '淄博市' },
  { name: 'district', label: '区县', example: '张店区' },
  { name: 'street', label: '街道（镇、乡）', example: '车站街道' },
  { name: 'community', label: '社区（村）', example: '工盛社区' },
];

const person: Line[] = [
  { name: 'name', label: '您的姓名', autoComplete: 'name' },
  { name: 'username', label: '登录用的用户名', hint: '小写字母和数字，比如姓名的拼音。', autoComplete: 'username' },
  {
    name: 'password',
    label: '密码（至少 8 位）',
    hint: '几个不相干的词连在一起，好记也难猜。',
    type: 'password',
    autoComplete: 'new-password',
  },
];

export default function Setup(): ReactNode {
  const { secret } = useLoaderData<typeof loader>();
  const said = useActionData<Said>();
  return (
    <>
      <header className="hero">
        <img src="/illustrations/street.svg" alt="" width="390" height="170" />
        <div className="id wrap">
          <span className="seal house">里仁</span>
          <div>
            <h1>建立您的社区</h1>
            <p>填这一页，大约两分钟；接着一步一步把网格、居民和工作法放进来</p>
          </div>
        </div>
      </header>
      <main id="main" className="wrap page">
        <FormProblem sentence={said?.sentence} />
        <Form method="post" reloadDocument noValidate className="stack gap">
          <section className="card pad stack">
            <h2>社区在哪里</h2>
            {place.map((line) => (
              <Field key={line.name} line={line} said={said} />
            ))}
          </section>
          <section className="card pad stack">
            <h2>第一个管理员</h2>
            {person.map((line) => (
              <Field key={line.name} line={line} said={said} />
            ))}
            <Field
              line={{ name: 'secret', label: '开通码', hint: '印在启动里仁的那个窗口里，防止别人抢先。' }}
              said={said}
              value={secret}
            />
          </section>
          <button type="submit" className="btn go wide big">
            建立社区
          </button>
        </Form>
      </main>
    </>
  );
}

function Field({ line, said, value }: { line: Line; said: Said | undefined; value?: string }): ReactNode {
  const { name, label, hint, example, type, inputMode, autoComplete } = line;
  const problem = said?.problems[name];
  const typed = name === 'password' ? '' : said?.typed[name];
  return (
    <div className="gap">
      <label className="label" htmlFor={name}>
        {label}
      </label>
      <input
        id={name}
        name={name}
        type={type ?? 'text'}
        inputMode={inputMode}
        autoComplete={autoComplete ?? 'off'}
        autoCapitalize="none"
        placeholder={example ? `例如 ${example}` : undefined}
        defaultValue={typed ?? value}
        className={problem ? 'field wrong' : 'field'}
        aria-describedby={problem ? `${name}-problem` : hint ? `${name}-hint` : undefined}
      />
      {hint ? (
        <p className="hint" id={`${name}-hint`}>
          {hint}
        </p>
      ) : null}
      <Problem id={name} sentence={problem} />
    </div>
  );
}
