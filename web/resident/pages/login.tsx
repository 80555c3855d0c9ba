import type { ReactNode } from 'react';
import {
  data,
  Form,
  Link,
  redirect,
  useActionData,
  useLoaderData,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
} from 'react-router';
import type { DemoAccount, Me } from '#contract/accounts';
import { CodeForm, PasswordForm, type SignInSaid } from '../../features/accounts/sign-in-forms.tsx';
import { api, maybe, refusedBy, safeNext, type Refused } from '../../lib/api.ts';
import { readCommunity } from '../../lib/visit.ts';
import { Bar } from '../../ui/bar.tsx';
import { FormProblem, Row, Section } from '../../ui/parts.tsx';
import { faceAddress } from '../../ui/picture.ts';

export async function loader({ context, request }: LoaderFunctionArgs) {
  const asked = new URL(request.url).searchParams;
  const demo = context.demo ? await maybe(api(context).GET('/api/v1/demo/accounts')) : null;
  return { next: asked.get('next') ?? '', way: asked.get('way') === 'phone' ? 'phone' : 'password', demo };
}

export const meta = (): { title: string }[] => [{ title: '登录' }];

export async function action({ context, request }: ActionFunctionArgs) {
  const form = await request.formData();
  const text = (name: string): string => String(form.get(name) ?? '').trim();
  const next = text('next');
  const said = (refused: Refused, more: Partial<SignInSaid> = {}) =>
    data<SignInSaid>(
      {
        sentence: refused.fields ? undefined : refused.detail,
        problems: refused.fields ?? {},
        typed: { username: text('username'), phone: text('phone') },
        ...more,
      },
      { status: refused.status },
    );
  if (text('way') === 'code') {
    const answer = await api(context).POST('/api/v1/session/code', { body: { phone: text('phone') } });
    if (!answer.data) return said(refusedBy(answer) as Refused);
    const { ticket, demoCode } = answer.data;
    return data<SignInSaid>({ problems: {}, typed: { phone: text('phone') }, ticket, demoCode });
  }
  if (text('way') === 'phone') {
    const areaId = await readCommunity(context, request);
    const body = { phone: text('phone'), code: text('code'), ticket: text('ticket'), ...(areaId ? { areaId } : {}) };
    const answer = await api(context).POST('/api/v1/session/phone', { body });
    if (!answer.data) return said(refusedBy(answer) as Refused, { ticket: text('ticket') });
    return redirect(placeAfter(answer.data.me as Me, next));
  }
  const answer = await api(context).POST('/api/v1/session', {
    body: { username: text('username'), password: String(form.get('password') ?? '') },
  });
  if (!answer.data) return said(refusedBy(answer) as Refused);
  return redirect(placeAfter(answer.data.me as Me, next));
}

/** Where one wanted to go; else where one's day begins. */
function placeAfter(me: Me, next: string): string {
  if (me.mustChangePassword) return next ? `/password?next=${encodeURIComponent(safeNext(next))}` : '/password';
  if (next) return safeNext(next);
  return me.elderMode && me.start === '/' ? '/elder' : me.start;
}

export default function Login(): ReactNode {
  const { next, way, demo } = useLoaderData<typeof loader>();
  const said = useActionData<SignInSaid>();
  const phone = way === 'phone';
  const other = `/login?way=${phone ? 'password' : 'phone'}${next ? `&next=${encodeURIComponent(next)}` : ''}`;
  return (
    <>
      <Bar wide title="登录" back="/" heading />
      <main id="main" className="wrap page">
        <div className="two">
          <div>
            <FormProblem sentence={said?.sentence} />
            {phone ? <CodeForm next={next} said={said} /> : <PasswordForm next={next} said={said} />}
            <p className="center gap">
              <Link className="link" to={other}>
                {phone ? '用用户名和密码登录' : '用手机验证码登录'}
              </Link>
            </p>
          </div>
          {demo ? <RoleCards accounts={demo.accounts} password={demo.password} next={next} /> : null}
        </div>
      </main>
    </>
  );
}

/** Demo mode: press a face and be that person. */
function RoleCards({
  accounts,
  password,
  next,
}: {
  accounts: DemoAccount[];
  password: string;
  next: string;
}): ReactNode {
  return (
    <section>
      <div className="card gap">
        <Row to="/tour" icon="play" tone="cinnabar" title="五分钟走一遍" line="一件小事，跟着五个人从头办到尾" />
      </div>
      <Section title="换个身份看看" note={`密码都是 ${password}`} />
      <div className="card">
        {accounts.map(({ username, name, title, face, does }) => (
          <Form key={username} method="post" reloadDocument className="more">
            <input type="hidden" name="way" value="password" />
            <input type="hidden" name="username" value={username} />
            <input type="hidden" name="password" value={password} />
            {next && title.includes('居民') ? <input type="hidden" name="next" value={next} /> : null}
            <button type="submit" className="row">
              <img className="face" src={faceAddress(face)} alt="" width="40" height="40" />
              <span>
                <span className="t">
                  {name} <span className="hint">{title}</span>
                </span>
                <br />
                <span className="d">{does}</span>
              </span>
              <span className="hint">{username}</span>
            </button>
          </Form>
        ))}
      </div>
    </section>
  );
}
