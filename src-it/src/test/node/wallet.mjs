// SPDX-License-Identifier: EUPL-1.2
// A wallet made of other people's libraries. Reads one JSON object from standard input:
//   engagement  what a QR code or link holds, for example openid4vp://?client_id=…&request_uri=…
//   credential  an SD-JWT VC with all its disclosures
//   holderKey   private JWK of the key the credential is bound to
//   accessCa    PEM of the authority that certifies verifiers
// and writes one JSON object: method, status and redirectUri of the verifier's answer, and the paths it asked for.
import { createHash, randomBytes, X509Certificate } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { Openid4vpClient } from '@openid4vc/openid4vp';
import { setGlobalConfig } from '@openid4vc/oauth2';
import { SDJwtVcInstance } from '@sd-jwt/sd-jwt-vc';
import { CompactEncrypt, compactVerify, exportJWK, importJWK, importX509, SignJWT } from 'jose';

const input = JSON.parse(readFileSync(0, 'utf8'));
setGlobalConfig({ allowInsecureUrls: true }); // the sandbox speaks http on the loopback address

const holderKey = await importJWK(input.holderKey, 'ES256');
const digest = (data, algorithm) => new Uint8Array(createHash(algorithm.replace('-', '')).update(data).digest());
let method;

const callbacks = {
  fetch: (url, init) => {
    if (!method) method = init?.method ?? 'GET';
    return fetch(url, { ...init, method: init?.method?.toUpperCase() });
  },
  hash: digest,
  generateRandom: (length) => new Uint8Array(randomBytes(length)),
  getX509CertificateMetadata: () => ({ sanDnsNames: [], sanUriNames: [] }),
  verifyJwt: async (signer, { compact }) => {
    if (signer.method !== 'x5c') return { verified: false };
    const leaf = new X509Certificate(Buffer.from(signer.x5c[0], 'base64'));
    const ca = new X509Certificate(input.accessCa);
    const trusted = leaf.checkIssued(ca) && leaf.verify(ca.publicKey) && Date.now() < Date.parse(leaf.validTo);
    const key = await importX509(leaf.toString(), 'ES256', { extractable: true });
    await compactVerify(compact, key, { algorithms: ['ES256'] });
    return trusted ? { verified: true, signerJwk: await exportJWK(key) } : { verified: false };
  },
  signJwt: () => {
    throw new Error('this wallet signs nothing but key bindings');
  },
  decryptJwe: () => ({ decrypted: false }),
  encryptJwe: async (encryptor, data) => ({
    encryptionJwk: encryptor.publicJwk,
    jwe: await new CompactEncrypt(new TextEncoder().encode(data))
      .setProtectedHeader({ alg: encryptor.alg, enc: encryptor.enc, kid: encryptor.publicJwk.kid })
      .setKeyManagementParameters({
        ...(encryptor.apu && { apu: Buffer.from(encryptor.apu, 'base64url') }),
        ...(encryptor.apv && { apv: Buffer.from(encryptor.apv, 'base64url') }),
      })
      .encrypt(await importJWK(encryptor.publicJwk, encryptor.alg)),
  }),
};

/** Whether the credential has something at this path. */
function holds(claims, [step, ...rest]) {
  if (claims === null || typeof claims !== 'object') return false;
  const values = step === null ? Object.values(claims) : step in claims ? [claims[step]] : [];
  return rest.length === 0 ? values.length > 0 : values.some((value) => holds(value, rest));
}

/** From the paths of a DCQL query to the frame the SD-JWT library wants. */
function select(frame, claims, [step, ...rest]) {
  const keys = step === null ? Object.keys(claims) : [step];
  for (const key of keys) {
    if (claims[key] === undefined) continue;
    if (rest.length === 0) frame[key] = true;
    else if (frame[key] !== true) select((frame[key] ??= {}), claims[key], rest);
  }
}

const client = new Openid4vpClient({ callbacks });
const parsed = client.parseOpenid4vpAuthorizationRequest({ authorizationRequest: input.engagement });
const request = await client.resolveOpenId4vpAuthorizationRequest({
  authorizationRequestPayload: parsed.params,
  wallet: { metadata: { vp_formats_supported: {} } },
});

const sdJwt = new SDJwtVcInstance({
  hasher: digest,
  hashAlg: 'sha-256',
  kbSignAlg: 'ES256',
  kbSigner: async (data) => {
    const [header, payload] = data.split('.').map((part) => JSON.parse(Buffer.from(part, 'base64url').toString()));
    return (await new SignJWT(payload).setProtectedHeader(header).sign(holderKey)).split('.')[2];
  },
});
const claims = await sdJwt.getClaims(input.credential);
const query = request.dcql.query.credentials.find((c) => c.meta.vct_values.includes(claims.vct));
// The first claim set of which everything is there; without claim sets, everything that is asked for.
const wanted = query.claim_sets
  ? query.claim_sets
      .map((ids) => ids.map((id) => query.claims.find((claim) => claim.id === id)))
      .find((set) => set.every(({ path }) => holds(claims, path)))
  : query.claims;
const frame = {};
for (const { path } of wanted) select(frame, claims, path);
const presentation = await sdJwt.present(input.credential, frame, {
  kb: {
    payload: {
      iat: Math.floor(Date.now() / 1000),
      aud: request.client.effective,
      nonce: request.authorizationRequestPayload.nonce,
    },
  },
});

const answer = await client.createOpenid4vpAuthorizationResponse({
  authorizationRequestPayload: request.authorizationRequestPayload,
  authorizationResponsePayload: { vp_token: { [query.id]: [presentation] } },
  jarm: {
    encryption: { nonce: randomBytes(16).toString('base64url') },
    serverMetadata: {
      authorization_signing_alg_values_supported: [],
      authorization_encryption_alg_values_supported: ['ECDH-ES'],
      authorization_encryption_enc_values_supported: ['A256GCM', 'A128GCM'],
    },
  },
});
const { response } = await client.submitOpenid4vpAuthorizationResponse({
  authorizationRequestPayload: request.authorizationRequestPayload,
  authorizationResponsePayload: answer.authorizationResponsePayload,
  jarm: answer.jarm,
});
const body = await response.json();
console.log(
  JSON.stringify({
    method: method.toUpperCase(),
    status: response.status,
    redirectUri: body.redirect_uri,
    error: body.error,
    paths: query.claims.map((claim) => claim.path),
  }),
);
