// npm install openid-client jose. Needs your private key as key.json (JWK).
import { readFileSync } from 'node:fs'
import { createServer } from 'node:http'
import { importJWK } from 'jose'
import * as oidc from 'openid-client'

const issuer = new URL('${issuer}')
const redirectUri = '${redirect_uri}'
const jwk = JSON.parse(readFileSync('key.json', 'utf8'))
const config = await oidc.discovery(issuer, '${client_id}', { id_token_signed_response_alg: 'ES256' },
  oidc.PrivateKeyJwt({ key: await importJWK(jwk, 'ES256'), kid: '${kid}' }),
  { execute: issuer.protocol === 'http:' ? [oidc.allowInsecureRequests] : [] }) // http: in a sandbox only

// Keep these three in the session of your visitor.
const pkceCodeVerifier = oidc.randomPKCECodeVerifier()
const expectedState = oidc.randomState()
const expectedNonce = oidc.randomNonce()
const login = await oidc.buildAuthorizationUrlWithPAR(config, {
  redirect_uri: redirectUri,
  scope: '${scope}',
  state: expectedState,
  nonce: expectedNonce,
  code_challenge: await oidc.calculatePKCECodeChallenge(pkceCodeVerifier),
  code_challenge_method: 'S256',
})
console.log(`Open: ${login.href}`)

const { port, pathname, origin } = new URL(redirectUri)
createServer(async (request, response) => {
  const current = new URL(request.url, origin)
  if (current.pathname !== pathname) return response.writeHead(404).end()
  try {
    const tokens = await oidc.authorizationCodeGrant(config, current,
      { pkceCodeVerifier, expectedState, expectedNonce, idTokenExpected: true })
    const person = await oidc.fetchUserInfo(config, tokens.access_token, tokens.claims().sub)
    console.log(JSON.stringify(person))
    response.end('You are logged in.')
  } catch (error) {
    console.error(error.code ?? error.message)
    response.writeHead(400).end('The login did not work.')
  }
  process.exitCode = 0
  setImmediate(() => process.exit())
}).listen(Number(port || 80), 'localhost')
