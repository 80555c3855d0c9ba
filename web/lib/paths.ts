import type { z } from 'zod';
import type * as accounts from '#contract/accounts';
import type * as areas from '#contract/areas';
import type * as matters from '#contract/matters';

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
type None = Record<string, never>;
type Area = { areaId: string };
type Some<T extends z.ZodType> = { [K in keyof z.input<T>]?: z.input<T>[K] | undefined };

export type Notice = {
  areaId: string;
  id: string;
  title: string;
  body: string;
  kind: string;
  icon: string;
  affects: string;
  startsAt: string | null;
  endsAt: string | null;
  publishedAt: string;
  publishedBy: string;
};
export type Activity = {
  areaId: string;
  id: string;
  title: string;
  summary: string;
  kind: string;
  place: string;
  startsAt: string;
  endsAt: string;
  host: string;
  picture: string | null;
  seats: number | null;
  enrolled: number;
  mine: boolean;
};
export type Message = {
  areaId: string;
  id: string;
  title: string;
  body: string;
  link: string | null;
  urgent: boolean;
  createdAt: string;
  readAt: string | null;
};

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
    post: Send<Area, z.input<typeof matters.NewMatter>, matters.MatterDetail>;
  };
  '/api/v1/areas/{areaId}/matters/{number}': { get: Ask<Area & { number: string }, never, matters.MatterDetail> };
  '/api/v1/areas/{areaId}/matters/{number}/actions/{action}': {
    post: Send<Area & { number: string; action: string }, Some<typeof matters.ActOnMatter>, matters.MatterDetail>;
  };
  '/api/v1/traces/{code}': { get: Ask<{ code: string }, never, matters.Trace> };
  '/api/v1/areas/{areaId}/notices': { get: Ask<Area, { today?: boolean; limit?: number }, { items: Notice[] }> };
  '/api/v1/areas/{areaId}/notices/{id}': { get: Ask<Area & { id: string }, never, Notice> };
  '/api/v1/areas/{areaId}/activities': { get: Ask<Area, { from?: string; to?: string }, { items: Activity[] }> };
  '/api/v1/areas/{areaId}/activities/{id}': { get: Ask<Area & { id: string }, never, Activity> };
  '/api/v1/areas/{areaId}/activities/{id}/enrolments': { post: Send<Area & { id: string }, None, Activity> };
  '/api/v1/me': {
    get: Ask<never, never, accounts.Me>;
    patch: Send<never, z.input<typeof accounts.changeMe>, accounts.Me>;
  };
  '/api/v1/session': {
    post: Send<never, z.input<typeof accounts.signIn>, accounts.SignedIn>;
    delete: Ask<never, never, unknown>;
  };
  '/api/v1/session/code': { post: Send<never, z.input<typeof accounts.askCode>, z.infer<typeof accounts.codeSent>> };
  '/api/v1/session/phone': { post: Send<never, z.input<typeof accounts.signInByCode>, accounts.SignedIn> };
  '/api/v1/sessions': { get: Ask<never, never, z.infer<typeof accounts.ownSessions>> };
  '/api/v1/sessions/{id}': { delete: Ask<{ id: string }, never, unknown> };
  '/api/v1/demo/accounts': { get: Ask<never, never, z.infer<typeof accounts.demoAccounts>> };
};
