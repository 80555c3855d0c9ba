import type { ReactNode } from 'react';
import {
  data,
  redirect,
  useActionData,
  useLoaderData,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
} from 'react-router';
import type { BallotPage, VoteReceipt } from '#contract/ballots';
import { BallotClosed } from '../../features/ballots/ballot-closed.tsx';
import { BallotFacts, BallotTurnout, ClosingTag } from '../../features/ballots/ballot-facts.tsx';
import { BallotReceipt } from '../../features/ballots/ballot-receipt.tsx';
import { ballotHref } from '../../features/ballots/ballot-words.ts';
import { ChoiceKeys, ChoiceSure } from '../../features/ballots/choice-keys.tsx';
import { MyDoors, OwnConflict } from '../../features/ballots/my-doors.tsx';
import { newNonce } from '../../features/ballots/nonce.ts';
import { Belongs } from '../../features/links/belongs.tsx';
import { readBelongs } from '../../features/links/read-belongs.ts';
import { api, maybe, need, refusedBy, signInPath } from '../../lib/api.ts';
import { useVisit } from '../../lib/visit.ts';
import { Bar, Tool } from '../../ui/bar.tsx';
import { FormProblem, Section, Tag } from '../../ui/parts.tsx';
import '../../features/ballots/ballots.css';

export const handle = { comfort: true };

export async function loader({ context, request, params }: LoaderFunctionArgs) {
  const path = { areaId: params.areaId ?? '', ballotId: params.id ?? '' };
  const [ballot, area, belongs] = await Promise.all([
    need(api(context).GET('/api/v1/areas/{areaId}/ballots/{ballotId}', { params: { path } }), request),
    maybe(api(context).GET('/api/v1/areas/{areaId}', { params: { path: { areaId: path.areaId } } })),
    readBelongs(context, path.areaId, { kind: 'vote', id: path.ballotId }),
  ]);
  const door = new URL(request.url).searchParams.get('door');
  return { ballot: ballot as BallotPage, belongs, code: area?.code ?? path.areaId, door, nonce: newNonce() };
}

type Sent =
  | { stage: 'sure'; elector: string; choices: string[] }
  | { stage: 'cast'; elector: string; nonce: string; receipt: VoteReceipt }
  | { stage: 'refused'; elector: string; sentence: string };

export async function action({ context, request, params }: ActionFunctionArgs) {
  const path = { areaId: params.areaId ?? '', ballotId: params.id ?? '' };
  const form = await request.formData();
  const elector = String(form.get('elector') ?? '');
  if (form.get('do') === 'conflict')
    return declare(context, request, path, { elector, reason: textOf(form, 'reason') });
  const choices = form.getAll('choices').map(String);
  if (choices.length === 0)
    return data<Sent>({ stage: 'refused', elector, sentence: '还没有选。先点一个，再往下走。' }, { status: 422 });
  if (form.get('do') === 'choose') return data<Sent>({ stage: 'sure', elector, choices });
  const nonce = String(form.get('nonce') ?? '');
  const answer = await api(context).POST('/api/v1/areas/{areaId}/ballots/{ballotId}/votes', {
    params: { path },
    body: { elector, choices, nonce },
  });
  if (answer.data) return data<Sent>({ stage: 'cast', elector, nonce, receipt: answer.data });
  const refused = refusedBy(answer);
  if (!refused || refused.status === 401) return redirect(signInPath(request));
  return data<Sent>({ stage: 'refused', elector, sentence: refused.detail }, { status: refused.status });
}

const textOf = (form: FormData, name: string): string => String(form.get(name) ?? '').trim();

/** Leaves this door out of the vote for a conflict of interest. */
async function declare(
  context: ActionFunctionArgs['context'],
  request: Request,
  path: { areaId: string; ballotId: string },
  { elector, reason }: { elector: string; reason: string },
) {
  const answer = await api(context).POST('/api/v1/areas/{areaId}/ballots/{ballotId}/electors/{electorId}/conflict', {
    params: { path: { ...path, electorId: elector } },
    body: { reason },
  });
  const refused = refusedBy(answer);
  if (!refused) return redirect(`${ballotHref({ areaId: path.areaId, id: path.ballotId })}?door=${elector}`);
  if (refused.status === 401) return redirect(signInPath(request));
  return data<Sent>({ stage: 'refused', elector, sentence: refused.detail }, { status: refused.status });
}

export const meta = ({ data: loaded }: { data?: { ballot: BallotPage } }): { title: string }[] => [
  { title: loaded?.ballot.title ?? '表决' },
];

export default function Ballot(): ReactNode {
  const { ballot, belongs, code, door, nonce } = useLoaderData<typeof loader>();
  const sent = useActionData<Sent>();
  const { now } = useVisit();
  const here = ballotHref(ballot);
  if (sent?.stage === 'cast') return <Cast sent={sent} />;
  const elector = ballot.electors.find(({ id }) => id === (sent?.elector ?? door)) ?? firstToVote(ballot);
  const isSure = sent?.stage === 'sure' && elector !== undefined;
  return (
    <>
      <Bar title="表决" back={isSure ? here : `/c/${code}/ballots`}>
        <Tool does="read" label="读给我听" icon="sound" />
        <Tool does="print" label="打印" icon="print" />
      </Bar>
      <main id="main" className="wrap">
        <Asked ballot={ballot} now={now} />
        <FormProblem sentence={sent?.stage === 'refused' ? sent.sentence : undefined} />
        {isSure ? (
          <ChoiceSure
            choices={ballot.choices}
            chosen={sent.choices}
            elector={elector}
            nonce={nonce}
            changeable={ballot.changeable}
            backTo={`${here}?door=${elector.id}`}
          />
        ) : (
          <>
            {ballot.state === 'open' ? <MyDoors ballot={ballot} elector={elector} now={now} /> : null}
            {ballot.state === 'open' && elector?.mayVote ? (
              <ChoiceKeys choices={ballot.choices} pick={ballot.pick} elector={elector} />
            ) : null}
            {ballot.state === 'open' && elector?.mayVote && !elector.voted ? <OwnConflict elector={elector} /> : null}
            {ballot.result ? <BallotClosed ballot={ballot} result={ballot.result} now={now} /> : null}
            {ballot.withdrawnReason ? <p className="card warm pad">这次表决撤回了：{ballot.withdrawnReason}</p> : null}
            <Belongs found={belongs} />
            <Section title="怎么投、怎么算" />
            <BallotFacts ballot={ballot} />
            {ballot.state === 'open' ? (
              <>
                <Section title="投了多少" note="截止前谁都看不到选了什么" />
                <section className="card pad">
                  <BallotTurnout ballot={ballot} />
                </section>
              </>
            ) : null}
          </>
        )}
      </main>
    </>
  );
}

const firstToVote = ({ electors }: BallotPage): BallotPage['electors'][number] | undefined =>
  electors.find(({ voted, mayVote }) => mayVote && !voted) ?? electors[0];

const questionMost = 60;

/** The question in large type; a long one below its title. */
function Asked({ ballot, now }: { ballot: BallotPage; now: string }): ReactNode {
  const { title, question, state, stateName, secretName } = ballot;
  const isShort = question !== '' && question.length <= questionMost;
  return (
    <>
      <p className="tags">
        {state === 'open' ? <ClosingTag ballot={ballot} now={now} /> : <Tag tone="plain">{stateName}</Tag>}
        <Tag tone="plain">{secretName}</Tag>
      </p>
      {isShort && question !== title ? <p className="soft">{title}</p> : null}
      <h1 className="vote-q" data-read>
        {isShort ? question : title}
      </h1>
      {question !== '' && !isShort ? (
        <p className="quote" data-read>
          {question}
        </p>
      ) : null}
    </>
  );
}

function Cast({ sent }: { sent: Extract<Sent, { stage: 'cast' }> }): ReactNode {
  const { ballot, code } = useLoaderData<typeof loader>();
  const { now } = useVisit();
  const here = ballotHref(ballot);
  const left = ballot.electors.find(({ id, voted, mayVote }) => id !== sent.elector && mayVote && !voted);
  return (
    <>
      <Bar title="投票回执" back={here}>
        <Tool does="print" label="打印" icon="print" />
      </Bar>
      <main id="main" className="wrap">
        <BallotReceipt
          receipt={{ ...sent.receipt, nonce: sent.nonce, title: ballot.title, secret: ballot.secret }}
          closesName={ballot.closesName}
          now={now}
          here={here}
          list={`/c/${code}/ballots`}
          next={left ? { label: left.label, href: `${here}?door=${left.id}` } : null}
        />
      </main>
    </>
  );
}
