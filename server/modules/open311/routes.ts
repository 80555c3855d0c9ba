import { randomBytes } from 'node:crypto';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { refuse, type Refusal } from '#shared/refusal';
import { route, type Route } from '#platform/http';
import type { MattersContext } from '#modules/matters/list';
import * as wire from './contract.ts';
import { errorsOf, isRefusal, readFile } from './rules.ts';
import { createRequest, listRequests, listServices, readDefinition, readRequest } from './service.ts';
import { toXml, type Plain } from './xml/rules.ts';

const base = '/open311/v2';

export type Open311Doors = {
  context: MattersContext;
  addressOf: (request: FastifyRequest) => string;
  /** Invented data: the discovery says that this is a place to try things out. */
  demo: boolean;
};

/** GeoReport v2 for other systems. The standard describes itself, so the API description does not. */
export function open311Routes(doors: Open311Doors): Route[] {
  return [...wire.formats.flatMap((format) => formatRoutes(doors, format)), ...fileRoutes(doors)];
}

const shared = { tag: 'open311', permission: 'public', hidden: true, sendRefusal: sendErrors } as const;

const mediaTypes = { json: 'application/json; charset=utf-8', xml: 'text/xml; charset=utf-8' };

/** What goes out is written in the format asked for, also when a repeated request is answered from memory. */
function writeAs(reply: FastifyReply, format: wire.Format, root: string): void {
  const write = format === 'xml' ? (answer: Plain): string => toXml(root, answer) : JSON.stringify;
  reply.type(mediaTypes[format]).serializer(write);
}

function sendErrors(reply: FastifyReply, request: FastifyRequest, refused: Refusal): FastifyReply {
  const { status, errors } = errorsOf(refused);
  const isXml = request.url.split('?')[0]?.endsWith('.xml');
  writeAs(reply, isXml ? 'xml' : 'json', 'errors');
  return reply.status(status).send(errors);
}

function formatRoutes({ context, addressOf, demo }: Open311Doors, format: wire.Format): Route[] {
  return [
    route({
      ...shared,
      method: 'GET',
      path: `${base}/discovery.${format}`,
      summary: 'Where the endpoints are',
      async handle({ request, reply }) {
        writeAs(reply, format, 'discovery');
        return discoveryOf(addressOf(request), demo);
      },
    }),
    route({
      ...shared,
      method: 'GET',
      path: `${base}/services.${format}`,
      summary: 'Services of a jurisdiction',
      query: wire.JurisdictionQuery,
      async handle({ query, now, reply }) {
        writeAs(reply, format, 'services');
        return listServices(context, { jurisdiction: query.jurisdiction_id, now });
      },
    }),
    route({
      ...shared,
      method: 'GET',
      path: `${base}/requests.${format}`,
      summary: 'Requests as their methods show them in public',
      query: wire.RequestsQuery,
      async handle({ tx, query, now, request, reply }) {
        writeAs(reply, format, 'service_requests');
        return listRequests(tx, context, { query, now, origin: addressOf(request) });
      },
    }),
    route({
      ...shared,
      method: 'POST',
      path: `${base}/requests.${format}`,
      summary: 'File a request with a key',
      query: wire.JurisdictionQuery,
      body: wire.NewRequest,
      formEncoded: true,
      status: 201,
      async handle({ tx, query, body, reply }) {
        writeAs(reply, format, 'service_requests');
        return [
          await createRequest(tx, context, { request: body, jurisdiction: query.jurisdiction_id, random: randomBytes }),
        ];
      },
    }),
  ];
}

/** Addresses that end in a name of ours and the format. */
function fileRoutes({ context, addressOf }: Open311Doors): Route[] {
  const one = { ...shared, method: 'GET', params: wire.FileParams, query: wire.JurisdictionQuery } as const;
  return [
    route({
      ...one,
      path: `${base}/services/:file`,
      summary: 'What a service asks',
      async handle({ params, query, now, reply }) {
        const { name, format } = fileOf(params.file);
        writeAs(reply, format, 'service_definition');
        return readDefinition(context, { code: name, jurisdiction: query.jurisdiction_id, now });
      },
    }),
    route({
      ...one,
      path: `${base}/requests/:file`,
      summary: 'One request',
      async handle({ tx, params, query, request, reply }) {
        const { name: id, format } = fileOf(params.file);
        writeAs(reply, format, 'service_requests');
        return readRequest(tx, context, { id, jurisdiction: query.jurisdiction_id, origin: addressOf(request) });
      },
    }),
    route({
      ...one,
      path: `${base}/tokens/:file`,
      summary: 'The request of a token: requests are answered at once, so a token is its id',
      async handle({ tx, params, query, request, reply }) {
        const bare = readFile(params.file);
        const { name: id, format } = isRefusal(bare) ? { name: params.file, format: 'json' as const } : bare;
        writeAs(reply, format, 'service_requests');
        const asked = { id, jurisdiction: query.jurisdiction_id, origin: addressOf(request) };
        const found = await readRequest(tx, context, asked);
        return found.map(({ service_request_id }) => ({ service_request_id, token: service_request_id }));
      },
    }),
  ];
}

function fileOf(file: string): { name: string; format: wire.Format } {
  const read = readFile(file);
  return isRefusal(read) ? refuse(read) : read;
}

const changedOn = '2026-11-22T00:00:00+08:00';

function discoveryOf(origin: string, demo: boolean): Plain {
  return {
    changeset: changedOn,
    contact: '请联系本社区。Ask the community.',
    key_service: '社区书记在工作台“账号与权限”里做钥匙。The community secretary makes keys on the desk.',
    endpoints: [
      {
        specification: wire.specification,
        url: `${origin}${base}`,
        changeset: changedOn,
        type: demo ? 'test' : 'production',
        formats: ['application/json', 'text/xml'],
      },
    ],
  };
}
