import { Button, Checkbox, Input, Select } from 'antd';
import type { MatterReceipt } from '#contract/matters';
import { isWide, useSession } from '../../../../lib/desk/session.tsx';
import { Note, RefusedPage, Waiting } from '../../../../ui/desk/states.tsx';
import { refusedOf } from '../../../../lib/desk/api.ts';
import { AskedFields } from '../fields/asked-fields.tsx';
import { ImagesPart } from '../fields/images-part.tsx';
import { Aside } from './aside.tsx';
import { useRegister, type Register } from './use-register.ts';

/** One form, two columns; what follows stands beside it. */
export function RegisterForm({ onRegistered }: { onRegistered: (receipt: MatterReceipt) => void }) {
  const { area } = useSession();
  const register = useRegister(onRegistered);
  const { draft, change, form, fields, known } = register;
  const refused = refusedOf(form.error);
  return (
    <form
      className="register"
      onSubmit={(event) => {
        event.preventDefault();
        register.submit();
      }}
      onKeyDown={(event) => {
        if (event.ctrlKey && event.key === 'Enter') register.submit();
      }}
    >
      <div>
        <h1>登记一件事</h1>
        <section className="card body-card">
          {isWide(area) && <WhichCommunity register={register} />}
          <Who register={register} />
          <Method register={register} />
          {refused && <RefusedPage refused={refused} retry={() => void form.refetch()} />}
          {!refused && !form.data && register.areaId && <Waiting lines={4} />}
          {form.data && (
            <AskedFields
              fields={fields}
              values={draft.values}
              known={known}
              problems={register.refused?.fields ?? {}}
              areaId={register.areaId}
              prefix="register"
              onChange={(values) => change({ values })}
            />
          )}
          <AtOnce register={register} />
        </section>
        <Foot register={register} />
      </div>
      <Aside form={form.data} />
    </form>
  );
}

function Who({ register }: { register: Register }) {
  const { draft, change } = register;
  const words = [
    { on: true, label: '居民说的（代报）' },
    { on: false, label: '我自己看到的' },
  ];
  const channels = [
    { id: 'community' as const, label: '来社区或来电' },
    { id: 'hotline' as const, label: '12345 转来' },
  ];
  return (
    <div className="asked two">
      <div className="field">
        <div className="label">谁反映的</div>
        <div className="chips" role="radiogroup" aria-label="谁反映的">
          {words.map(({ on, label }) => (
            <Chip key={label} isOn={draft.onBehalf === on} label={label} onPress={() => change({ onBehalf: on })} />
          ))}
        </div>
      </div>
      <div className="field">
        <div className="label">怎么来的</div>
        <div className="chips" role="radiogroup" aria-label="怎么来的">
          {channels.map(({ id, label }) => (
            <Chip key={id} isOn={draft.channel === id} label={label} onPress={() => change({ channel: id })} />
          ))}
        </div>
      </div>
      {draft.onBehalf && (
        <>
          <div className="field">
            <label className="label" htmlFor="register-name">
              姓名
            </label>
            <Input
              id="register-name"
              autoFocus
              maxLength={40}
              value={draft.name}
              onChange={(event) => change({ name: event.target.value })}
            />
          </div>
          <div className="field">
            <label className="label" htmlFor="register-phone">
              电话<span className="faint"> 可不填；填了能收到进度</span>
            </label>
            <Input
              id="register-phone"
              maxLength={20}
              inputMode="tel"
              value={draft.phone}
              onChange={(event) => change({ phone: event.target.value })}
            />
          </div>
        </>
      )}
    </div>
  );
}

function Chip({ isOn, label, onPress }: { isOn: boolean; label: string; onPress: () => void }) {
  return (
    <button type="button" role="radio" aria-checked={isOn} className={isOn ? 'chip on' : 'chip'} onClick={onPress}>
      {label}
    </button>
  );
}

function Method({ register }: { register: Register }) {
  const { methods, method, change } = register;
  if (methods.length < 2) return null;
  return (
    <div className="field">
      <div className="label">按哪个工作法办</div>
      <div className="methods" role="radiogroup" aria-label="工作法">
        {methods.map((one) => (
          <button
            key={one.id}
            type="button"
            role="radio"
            aria-checked={one.id === method}
            className={one.id === method ? 'method on' : 'method'}
            onClick={() => change({ method: one.id })}
          >
            <b>{one.name.zh}</b>
            <span>{one.promise.zh}</span>
          </button>
        ))}
      </div>
    </div>
  );
}

function WhichCommunity({ register }: { register: Register }) {
  return (
    <div className="field">
      <label className="label" htmlFor="register-community">
        哪个社区的事
      </label>
      <Select
        id="register-community"
        showSearch={{ optionFilterProp: 'label' }}
        style={{ width: '100%' }}
        placeholder="选社区"
        value={register.areaId || null}
        options={register.communities.map((one) => ({ value: one.id, label: one.name }))}
        onChange={(areaId) => register.change({ areaId })}
      />
    </div>
  );
}

/** 即办: settled on the spot, written once. */
function AtOnce({ register }: { register: Register }) {
  const { draft, change, areaId } = register;
  return (
    <div className="at-once">
      <Checkbox checked={draft.atOnce} onChange={(event) => change({ atOnce: event.target.checked })}>
        当场办好了<span className="mute">：写一次结果，受理、交办、办理、反馈一步一步都记上</span>
      </Checkbox>
      {draft.atOnce && (
        <div className="asked">
          <div className="field">
            <label className="label" htmlFor="register-result">
              怎么办好的
            </label>
            <Input.TextArea
              id="register-result"
              autoSize={{ minRows: 2, maxRows: 6 }}
              maxLength={1000}
              value={draft.result}
              onChange={(event) => change({ result: event.target.value })}
            />
          </div>
          <div className="field">
            <div className="label">办理后照片</div>
            <ImagesPart
              field={{
                id: 'after',
                label: { zh: '办理后照片', en: 'After' },
                type: 'images',
                optional: true,
                many: true,
              }}
              id="register-after"
              value={draft.photos}
              areaId={areaId}
              problem={undefined}
              onChange={(photos) => change({ photos: photos as string[] })}
            />
          </div>
        </div>
      )}
    </div>
  );
}

function Foot({ register }: { register: Register }) {
  const { refused, isPending, hasDraft } = register;
  return (
    <div className="foot-bar">
      {refused && <Note tone="late">{refused.detail}</Note>}
      <div className="row">
        <Button type="primary" htmlType="submit" loading={isPending}>
          登记 <small>Ctrl ↵</small>
        </Button>
        {hasDraft && <Button onClick={register.clear}>清空</Button>}
        <span className="sp" />
        <span className="sm mute">{hasDraft ? '草稿已存，关了页面也在' : ''}</span>
      </div>
    </div>
  );
}
