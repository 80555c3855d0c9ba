import type { z } from 'zod';
import type * as accounts from '#contract/accounts';
import type * as activities from '#contract/activities';
import type * as areas from '#contract/areas';
import type * as matters from '#contract/matters';
import type * as messages from '#contract/messages';
import type * as notices from '#contract/notices';
import type * as people from '#contract/people';
import type { Card, CardList, CardUse, UseCard } from '../../server/modules/people/cards/contract.ts';
import type { ContactCard } from '../../server/modules/people/contact/contract.ts';
import type { ConsentList } from '../../server/modules/people/family/contract.ts';
import type { MyHome } from '../../server/modules/people/home/contract.ts';

/** The addresses the phone asks, typed by the contracts themselves. */

type Json<T> = { content: { 'application/json': T } };
type Place<Path> = [Path] extends [never] ? { path?: never } : { path: Path };
type Ask<Path, Query, Answer> = {
  parameters: Place<Path> & { query?: Query; header?: never; cookie?: never };
  requestBody?: never;
  responses: { 200: Json<Answer> };
};
type Send<Path, Body, Answer> = {
  parameters: Place<Path> & { query?: never; header?: { 'Idempotency-Key'?: string }; cookie?: never };
  requestBody: Json<Body>;
  responses: { 200: Json<Answer>; 201: Json<Answer> };
};
type Act<Path, Answer> = {
  parameters: Place<Path> & { query?: never; header?: { 'Idempotency-Key'?: string }; cookie?: never };
  requestBody?: never;
  responses: { 200: Json<Answer> };
};
type Area = { areaId: string };
type Some<T extends z.ZodType> = { [K in keyof z.input<T>]?: z.input<T>[K] | undefined };

export type paths = {
  '/api/v1/areas': { get: Ask<never, Some<typeof areas.AreaQuery>, z.infer<typeof areas.AreaList>> };
  '/api/v1/areas/{areaId}': { get: Ask<Area, never, areas.AreaPage> };
  '/api/v1/areas/{areaId}/spots': { get: Ask<Area, { q?: string }, z.infer<typeof areas.SpotList>> };
  '/api/v1/areas/{areaId}/face': { get: Ask<Area, never, z.infer<typeof matters.CommunityFace>> };
  '/api/v1/areas/{areaId}/report-form': {
    get: Ask<Area, { method?: string; building?: string }, z.infer<typeof matters.ReportForm>>;
  };
  '/api/v1/areas/{areaId}/matters': {
    get: Ask<Area, Some<typeof matters.MatterQuery>, z.infer<typeof matters.MatterList>>;
    post: Send<Area, z.input<typeof matters.NewMatter>, z.infer<typeof matters.MatterReceipt>>;
  };
  '/api/v1/areas/{areaId}/matters/counts': { get: Ask<Area, never, z.infer<typeof matters.MatterCounts>> };
  '/api/v1/areas/{areaId}/matters/{number}': { get: Ask<Area & { number: string }, never, matters.MatterDetail> };
  '/api/v1/areas/{areaId}/matters/{number}/actions/{action}': {
    post: Send<
      Area & { number: string; action: string },
      Some<typeof matters.ActOnMatter>,
      z.infer<typeof matters.MatterReceipt>
    >;
  };
  '/api/v1/areas/{areaId}/matters/{number}/reveal': {
    post: Send<Area & { number: string }, z.input<typeof matters.Reveal>, z.infer<typeof matters.Revealed>>;
  };
  '/api/v1/methods': { get: Ask<never, { area?: string }, { items: z.infer<typeof matters.MethodSummary>[] }> };
  '/api/v1/areas/{areaId}/adoptions': {
    post: Send<Area, z.input<typeof matters.AdoptMethod>, z.infer<typeof matters.MethodSummary>>;
  };
  '/api/v1/traces/{code}': { get: Ask<{ code: string }, never, z.infer<typeof matters.Trace>> };
  '/api/v1/areas/{areaId}/public-matters': {
    get: Ask<Area, Some<typeof matters.PublicMatterQuery>, z.infer<typeof matters.PublicMatterList>>;
  };
  '/api/v1/areas/{areaId}/grid-worker': { get: Ask<Area, { building?: string }, ContactCard> };
  '/api/v1/areas/{areaId}/notices': { get: Ask<Area, Some<typeof notices.NoticeQuery>, notices.NoticeList> };
  '/api/v1/areas/{areaId}/notices/{noticeId}': {
    get: Ask<Area & { noticeId: string }, never, z.infer<typeof notices.NoticePage>>;
  };
  '/api/v1/areas/{areaId}/activities': {
    get: Ask<Area, Some<typeof activities.ActivityQuery>, activities.ActivityList>;
  };
  '/api/v1/areas/{areaId}/activities/{activityId}': {
    get: Ask<Area & { activityId: string }, never, activities.ActivityPage>;
  };
  '/api/v1/areas/{areaId}/activities/{activityId}/enrolment': {
    post: Act<Area & { activityId: string }, activities.ActivityPage>;
    delete: Act<Area & { activityId: string }, activities.ActivityPage>;
  };
  '/api/v1/areas/{areaId}/households/{householdId}': {
    get: Ask<Area & { householdId: string }, never, people.HouseholdPage>;
  };
  '/api/v1/areas/{areaId}/households/{householdId}/cards': {
    get: Ask<Area & { householdId: string }, never, CardList>;
  };
  '/api/v1/areas/{areaId}/cards/waiting': { get: Ask<Area, never, CardList> };
  '/api/v1/areas/{areaId}/cards/{cardId}/confirm': { post: Act<Area & { cardId: string }, Card> };
  '/api/v1/cards/use': { post: Send<never, z.infer<typeof UseCard>, CardUse> };
  '/api/v1/messages': { get: Ask<never, Some<typeof messages.MessageQuery>, messages.MessageList> };
  '/api/v1/messages/read-all': { post: Act<never, unknown> };
  '/api/v1/clock/advance': { post: Send<never, { days: number }, { now: string }> };
  '/api/v1/me/home': { get: Ask<never, never, MyHome> };
  '/api/v1/me/elders': { get: Ask<never, never, ConsentList> };
  '/api/v1/session/acting': {
    post: Send<never, z.input<typeof accounts.actFor>, accounts.Me>;
    delete: Act<never, accounts.Me>;
  };
  '/api/v1/me': {
    get: Ask<never, never, accounts.Me>;
    patch: Send<never, z.input<typeof accounts.changeMe>, accounts.Me>;
  };
  '/api/v1/session': {
    post: Send<never, z.input<typeof accounts.signIn>, accounts.SignedIn>;
    delete: Act<never, unknown>;
  };
  '/api/v1/session/code': { post: Send<never, z.input<typeof accounts.askCode>, z.infer<typeof accounts.codeSent>> };
  '/api/v1/session/phone': { post: Send<never, z.input<typeof accounts.signInByCode>, accounts.SignedIn> };
  '/api/v1/sessions': { get: Ask<never, never, z.infer<typeof accounts.ownSessions>> };
  '/api/v1/sessions/{id}': { delete: Act<{ id: string }, unknown> };
  '/api/v1/demo/accounts': { get: Ask<never, never, z.infer<typeof accounts.demoAccounts>> };
};
