import { createHash } from 'node:crypto';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { AreaParams } from '#contract/areas';
import { refuse } from '#shared/refusal';
import { route, type Route } from '#platform/http';
import { FileParams, FileQuery, Picture } from './contract.ts';
import { cacheControl, fileMissing, illustrationOf } from './rules.ts';
import { addPicture, readPicture, storePicture, type FileDoors, type FileRecord } from './service.ts';

const base = '/api/v1/areas/:areaId/files';

export function fileRoutes(doors: FileDoors): Route[] {
  return [
    route({
      method: 'POST',
      path: base,
      summary: 'Upload one picture of at most 12 MB',
      tag: 'files',
      permission: 'session',
      multipart: true,
      params: AreaParams,
      answer: Picture,
      status: 201,
      prepare: async ({ params, request }) => {
        const { bytes, name } = await readUpload(request);
        const stored = await storePicture(doors, { areaId: params.areaId, bytes });
        return { name, stored, digest: createHash('sha256').update(bytes).digest('hex') };
      },
      handle: async ({ tx, actor, params, prepared: { name, stored } }) =>
        addPicture(tx, actor, { areaId: params.areaId, name, stored }),
    }),
    route({
      method: 'GET',
      path: `${base}/:fileId`,
      summary: 'The bytes of a picture',
      tag: 'files',
      permission: 'public',
      params: FileParams,
      query: FileQuery,
      handle: async ({ tx, actor, params, query, request, reply }) => {
        const file = await readPicture(tx, actor, doors, params);
        return sendPicture(doors, file, { size: query.size, request, reply });
      },
    }),
  ];
}

async function readUpload(request: FastifyRequest): Promise<{ bytes: Buffer; name: string }> {
  const part = request.isMultipart() ? await request.file() : undefined;
  if (!part) return refuse(fileMissing);
  return { bytes: await part.toBuffer(), name: part.filename };
}

async function sendPicture(
  doors: FileDoors,
  file: FileRecord,
  http: { size: 'small' | 'full'; request: FastifyRequest; reply: FastifyReply },
): Promise<FastifyReply> {
  const { size, request, reply } = http;
  reply.header('cache-control', cacheControl(file.public));
  const illustration = illustrationOf(file);
  if (illustration) return reply.redirect(illustration, 302);
  const tag = `"${file.sha256}-${size}"`;
  reply.header('etag', tag);
  if (request.headers['if-none-match'] === tag) return reply.status(304).send();
  const bytes = await doors.fileStore.read(file.sha256, size);
  return reply.header('content-security-policy', "default-src 'none'; sandbox").type(file.mediaType).send(bytes);
}
