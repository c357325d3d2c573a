// SPDX-License-Identifier: EUPL-1.2
// A relying party made of other people's libraries. Reads two lines from standard input, writes two:
//   in   {"issuer":…,"clientId":…,"redirectUri":…,"scope":…,"key":<private JWK>}
//   out  {"authorizationUrl":…}          the address for the citizen's browser
//   in   {"callback":…}                  where the browser came back to
//   out  {"idToken":{…},"userinfo":{…}}  what the relying party knows now
import { createInterface } from 'node:readline';
import { importJWK } from 'jose';
import * as oidc from 'openid-client';

const lines = createInterface({ input: process.stdin })[Symbol.asyncIterator]();
const read = async () => JSON.parse((await lines.next()).value);
const write = (value) => console.log(JSON.stringify(value));

const input = await read();
const key = await importJWK(input.key, 'ES256');
const config = await oidc.discovery(
  new URL(input.issuer),
  input.clientId,
  { id_token_signed_response_alg: 'ES256' },
  oidc.PrivateKeyJwt({ key, kid: input.key.kid }),
  { execute: [oidc.allowInsecureRequests] }, // the sandbox speaks http on the loopback address
);

const pkceCodeVerifier = oidc.randomPKCECodeVerifier();
const expectedState = oidc.randomState();
const expectedNonce = oidc.randomNonce();
const authorizationUrl = await oidc.buildAuthorizationUrlWithPAR(config, {
  redirect_uri: input.redirectUri,
  scope: input.scope,
  state: expectedState,
  nonce: expectedNonce,
  code_challenge: await oidc.calculatePKCECodeChallenge(pkceCodeVerifier),
  code_challenge_method: 'S256',
});
write({ authorizationUrl: authorizationUrl.href });

const { callback } = await read();
const tokens = await oidc.authorizationCodeGrant(config, new URL(callback), {
  pkceCodeVerifier,
  expectedState,
  expectedNonce,
  idTokenExpected: true,
});
const idToken = tokens.claims();
const userinfo = await oidc.fetchUserInfo(config, tokens.access_token, idToken.sub);
write({ idToken, userinfo });
process.exit(0);
