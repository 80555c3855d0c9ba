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
import { api, refusedBy, safeNext, signInPath, type Refused } from '../../lib/api.ts';
import { readMe } from '../../lib/visit.ts';
import { Bar } from '../../ui/bar.tsx';
import { FormProblem, Problem } from '../../ui/parts.tsx';

export async function loader({ context, request }: LoaderFunctionArgs) {
  const me = await readMe(context);
  if (!me) throw redirect(signInPath(request));
  const next = new URL(request.url).searchParams.get('next') ?? '';
  return { first: me.mustChangePassword, username: me.username ?? '', next };
}

export const meta = (): { title: string }[] => [{ title: '改密码' }];

type Said = { sentence?: string; problems: Record<string, string> };

/** A new password of one's own; the first one, told by a colleague, opens nothing but this page. */
export async function action({ context, request }: ActionFunctionArgs) {
  const form = await request.formData();
  const text = (name: string): string => String(form.get(name) ?? '');
  const again = (said: Said, status = 422) => data<Said>(said, { status });
  const problems = problemsOf(text);
  if (Object.keys(problems).length > 0) return again({ problems });
  const answer = await api(context).PUT('/api/v1/me/password', {
    body: { current: text('current'), next: text('wanted') },
  });
  const refused = refusedBy(answer);
  if (refused) return again(saidOf(refused), refused.status);
  return redirect(text('next') ? safeNext(text('next')) : (answer.data?.start ?? '/'));
}

function problemsOf(text: (name: string) => string): Record<string, string> {
  if (!text('current')) return { current: '先填现在用的密码。' };
  if (text('wanted').length < lengthMin) return { wanted: `新密码至少 ${lengthMin} 位。` };
  return text('wanted') === text('repeated') ? {} : { repeated: '两次填的不一样，再填一遍。' };
}

const lengthMin = 8;

function saidOf(refused: Refused): Said {
  if (refused.code === 'session.wrong-password') return { problems: { current: '现在的密码不对，再看一眼。' } };
  if (refused.code === 'password.weak') return { problems: { wanted: refused.detail } };
  const wanted = refused.fields?.next;
  return wanted ? { problems: { wanted } } : { sentence: refused.detail, problems: {} };
}

export default function PasswordPage(): ReactNode {
  const { first, username, next } = useLoaderData<typeof loader>();
  const said = useActionData<Said>();
  const line = (name: string, label: string, autoComplete: string): ReactNode => (
    <div>
      <label className="label" htmlFor={name}>
        {label}
      </label>
      <input
        id={name}
        name={name}
        type="password"
        autoComplete={autoComplete}
        maxLength={128}
        className={said?.problems[name] ? 'field wrong' : 'field'}
        aria-describedby={said?.problems[name] ? `${name}-problem` : undefined}
      />
      <Problem id={name} sentence={said?.problems[name]} />
    </div>
  );
  return (
    <>
      <Bar title={first ? '先换一个自己的密码' : '改密码'} back="/me" heading />
      <main id="main" className="wrap page">
        {first ? (
          <p className="card calm pad gap">您用的是同事告诉您的首次密码。换成只有自己知道的，就能开始用了。</p>
        ) : null}
        <FormProblem sentence={said?.sentence} />
        <Form method="post" reloadDocument noValidate className="stack gap">
          <input type="hidden" name="next" value={next} />
          <input type="hidden" name="username" autoComplete="username" value={username} />
          {line('current', first ? '首次密码' : '现在的密码', 'current-password')}
          {line('wanted', `新密码（至少 ${lengthMin} 位）`, 'new-password')}
          {line('repeated', '新密码再填一遍', 'new-password')}
          <button type="submit" className="btn go wide big">
            换好了
          </button>
        </Form>
        <p className="hint center gap">换好以后，别的手机和电脑上的登录都会退出。</p>
      </main>
    </>
  );
}
