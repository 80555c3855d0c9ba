import type { FastifyReply, FastifyRequest } from 'fastify';
import { RefusalError, type Refusal } from '#shared/refusal';
import type { Log } from '#platform/log';
import '#platform/wording';

export const signInFirst: Refusal = {
  code: 'session.required',
  status: 401,
  zh: '请先登录，再做这件事。',
  en: 'Sign in first, then try again.',
};

export const unknownPath: Refusal = {
  code: 'path.unknown',
  status: 404,
  zh: '没有这个地址。请检查链接，或者回到首页。',
  en: 'There is nothing at this address.',
};

export const keyReused: Refusal = {
  code: 'idempotency.key-reused',
  status: 422,
  zh: '这个提交编号已经用在另一份内容上了。请刷新页面后再提交一次。',
  en: 'This Idempotency-Key was used with another body. Send the new request with a new key.',
};

export const keyNotHere: Refusal = {
  code: 'api-key.not-here',
  status: 403,
  zh: '给其他系统的钥匙不能做这件事，它只用来办做它时勾选的那几样。请用本人的账号登录来办。',
  en: 'A key of another system cannot do this. Sign in as a person.',
};

export function notYours(capability: string): Refusal {
  return {
    code: 'permission.denied',
    status: 403,
    zh: '您在这个辖区没有做这件事的权限。需要的话，请找社区书记或管理员开通。',
    en: 'You hold no role with this capability over this area.',
    details: { capability },
  };
}

type Thrown = Error & {
  statusCode?: number;
  code?: string;
  validation?: { instancePath?: string; message?: string; params?: unknown }[];
  validationContext?: string;
};

/** Answers what was thrown; `send` writes the refusal in the format of its route. */
export function sendProblem(
  log: Log,
  error: unknown,
  request: FastifyRequest,
  reply: FastifyReply,
  send = sendRefusal,
): FastifyReply {
  if (error instanceof RefusalError) return send(reply, request, error.refusal);
  const refusal = refusalOf(error as Thrown);
  if (refusal) return send(reply, request, refusal);
  log.error(
    {
      err: { name: (error as Error).name, message: (error as Error).message, stack: (error as Error).stack },
      route: request.routeOptions.url,
    },
    'bug',
  );
  return send(reply, request, {
    code: 'bug',
    status: 500 as never,
    zh: '没有保存成功，是我们这边出了问题。您写的内容还在，请过一会儿再试。',
    en: 'Nothing was saved: something failed on our side. Try again in a moment.',
  });
}

/** Refusals of the framework itself, in our words. */
function refusalOf(error: Thrown): Refusal | null {
  if (error.validation) return invalidInput(error);
  if (
    error.code === 'FST_ERR_CTP_INVALID_JSON_BODY' ||
    error instanceof SyntaxError ||
    error.code === 'FST_ERR_CTP_EMPTY_JSON_BODY'
  ) {
    return {
      code: 'body.malformed',
      status: 400,
      zh: '提交的内容格式不对，系统读不懂。请刷新页面后再试。',
      en: 'The body is not valid JSON.',
    };
  }
  if (error.code === 'FST_ERR_CTP_INVALID_MEDIA_TYPE') {
    return {
      code: 'body.media-type',
      status: 415,
      zh: '不支持这种内容格式，请用 JSON 提交。',
      en: 'Unsupported media type; send JSON.',
    };
  }
  if (
    error.statusCode === 413 ||
    error.code === 'FST_ERR_CTP_BODY_TOO_LARGE' ||
    error.code === 'FST_REQ_FILE_TOO_LARGE'
  ) {
    return {
      code: 'body.too-large',
      status: 413,
      zh: '内容太大了。照片请控制在 12 MB 以内，或者换一张小一点的。',
      en: 'Too large. A photo may have 12 MB at most.',
    };
  }
  if (error.statusCode && error.statusCode >= 400 && error.statusCode < 500) {
    return { code: 'request.refused', status: 400, zh: '这个请求没有被接受，请检查后再试。', en: error.message };
  }
  return null;
}

function invalidInput(error: Thrown): Refusal {
  const fields: Record<string, string> = {};
  for (const problem of error.validation ?? []) {
    const path =
      (problem.instancePath ?? '').replace(/^\//, '').replaceAll('/', '.') || (error.validationContext ?? 'body');
    fields[path] = problem.message ?? '';
  }
  return {
    code: 'input.invalid',
    status: 400,
    zh: '有几处填得不对，请看看标出来的地方。',
    en: 'Some input is not valid; see `fields`.',
    fields,
  };
}

/** RFC 9457 problem+json with a stable code and both languages. */
export function sendRefusal(reply: FastifyReply, request: FastifyRequest, refusal: Refusal): FastifyReply {
  const { code, status, zh, en, fields, details } = refusal;
  if (typeof details?.retryAfterSeconds === 'number') reply.header('retry-after', String(details.retryAfterSeconds));
  return reply
    .status(status)
    .type('application/problem+json')
    .serializer(JSON.stringify)
    .send({
      type: `https://liren.example/problems/${code}`,
      title: en,
      status,
      code,
      detail: zh,
      detailEn: en,
      fields,
      details,
      instance: request.url.split('?')[0],
    });
}
