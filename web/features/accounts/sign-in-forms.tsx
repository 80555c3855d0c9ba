import type { ReactNode } from 'react';
import { Form } from 'react-router';
import { Problem } from '../../ui/parts.tsx';

export type SignInSaid = {
  sentence?: string | undefined;
  problems: Record<string, string>;
  typed: { username?: string; phone?: string };
  ticket?: string;
  demoCode?: string | null;
};

type Part = { next: string; said: SignInSaid | undefined };

export function PasswordForm({ next, said }: Part): ReactNode {
  const wrong = (name: string): string => (said?.problems[name] ? 'field wrong' : 'field');
  return (
    <Form method="post" reloadDocument noValidate className="stack">
      <input type="hidden" name="way" value="password" />
      <input type="hidden" name="next" value={next} />
      <div>
        <label className="label" htmlFor="username">
          用户名
        </label>
        <input
          id="username"
          name="username"
          className={wrong('username')}
          autoComplete="username"
          autoCapitalize="none"
          defaultValue={said?.typed.username}
        />
        <Problem id="username" sentence={said?.problems.username} />
      </div>
      <div>
        <label className="label" htmlFor="password">
          密码
        </label>
        <input
          id="password"
          name="password"
          type="password"
          className={wrong('password')}
          autoComplete="current-password"
        />
        <Problem id="password" sentence={said?.problems.password} />
      </div>
      <button type="submit" className="btn go wide big">
        登录
      </button>
    </Form>
  );
}

/** Two steps on one page: the phone, then the code that was sent to it. */
export function CodeForm({ next, said }: Part): ReactNode {
  const sent = said?.ticket !== undefined;
  return (
    <Form method="post" reloadDocument noValidate className="stack">
      <input type="hidden" name="next" value={next} />
      {sent ? <input type="hidden" name="ticket" value={said?.ticket} /> : null}
      <div>
        <label className="label" htmlFor="phone">
          手机号
        </label>
        <input
          id="phone"
          name="phone"
          type="tel"
          inputMode="tel"
          autoComplete="tel"
          className={said?.problems.phone ? 'field wrong' : 'field'}
          defaultValue={said?.typed.phone}
          placeholder="11 位手机号"
        />
        <Problem id="phone" sentence={said?.problems.phone} />
      </div>
      {sent ? (
        <div>
          <label className="label" htmlFor="code">
            短信里的验证码
          </label>
          <input
            id="code"
            name="code"
            inputMode="numeric"
            autoComplete="one-time-code"
            className={said?.problems.code ? 'field wrong' : 'field'}
          />
          <Problem id="code" sentence={said?.problems.code} />
          {said?.demoCode ? <p className="hint gap">演示里不发短信，验证码是 {said.demoCode}</p> : null}
        </div>
      ) : null}
      <button type="submit" name="way" value={sent ? 'phone' : 'code'} className="btn go wide big">
        {sent ? '登录' : '发验证码'}
      </button>
      {sent ? (
        <button type="submit" name="way" value="code" className="btn quiet wide">
          没收到，再发一次
        </button>
      ) : null}
    </Form>
  );
}
