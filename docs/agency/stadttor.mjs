#!/usr/bin/env node
// SPDX-License-Identifier: EUPL-1.2
// A small client of the agency API: from nothing to a first login. Needs node 20 or newer and nothing else.
//
//   node stadttor.mjs init --client-id my-service --unit /de/by/musterstadt/ --name "Mein Dienst"
//   node stadttor.mjs apply [--dry-run]
//   node stadttor.mjs login
//   node stadttor.mjs status
//
// Settings come from the environment: STADTTOR_KEY (an API key, stk_…), STADTTOR_API (default http://localhost:8090),
// STADTTOR_ISSUER (default http://localhost:8080). The current folder keeps service.json and key.json (private!).
import { createHash, createPrivateKey, generateKeyPairSync, randomBytes, sign } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import { parseArgs } from 'node:util'

const API = process.env.STADTTOR_API ?? 'http://localhost:8090'
const ISSUER = process.env.STADTTOR_ISSUER ?? 'http://localhost:8080'
const base64url = (data) => Buffer.from(data).toString('base64url')
const random = () => base64url(randomBytes(32))

class Refusal extends Error {}

function read(file) {
  if (!existsSync(file)) throw new Refusal(`There is no ${file} here: begin with "init".`)
  return JSON.parse(readFileSync(file, 'utf8'))
}

/** Writes a key and a first dossier, which you then edit. */
function init({ 'client-id': clientId = 'my-service', unit, name = 'Mein Dienst', port = '8765' }) {
  if (!unit) throw new Refusal('Say which organisational unit the service belongs to: --unit /de/…/')
  if (existsSync('service.json')) throw new Refusal('There is a service.json here already; it is left as it is.')
  const jwk = generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey.export({ format: 'jwk' })
  const { d, ...publicJwk } = { ...jwk, kid: `key-${base64url(randomBytes(6))}`, alg: 'ES256', use: 'sig' }
  writeFileSync('key.json', JSON.stringify({ ...publicJwk, d }, null, 2), { mode: 0o600 })
  const dossier = {
    names: { de: name },
    privacy_policy_uri: `http://localhost:${port}/privacy`,
    redirect_uris: [`http://localhost:${port}/callback`],
    keys: [{ jwk: publicJwk }],
    attributes: ['family_name', 'given_name', 'birthdate'].map((attribute) => ({
      attribute, purposes: { de: 'Damit wir Ihren Antrag bearbeiten können' }, mandatory: attribute !== 'birthdate',
    })),
  }
  writeFileSync('service.json', JSON.stringify({ client_id: clientId, unit, stage: 'sandbox', dossier }, null, 2))
  console.log('Wrote service.json (edit it as you like) and key.json (keep it secret). Next: apply')
}

async function api(method, path, body) {
  if (!process.env.STADTTOR_KEY) throw new Refusal(`Set STADTTOR_KEY to an API key: ${API}/staff/keys`)
  const response = await fetch(API + path, {
    method,
    headers: { Authorization: `Bearer ${process.env.STADTTOR_KEY}`, ...(body && { 'Content-Type': 'application/json' }) },
    body: body && JSON.stringify(body),
  })
  const answer = await response.json()
  if (response.ok) return answer
  const fields = (answer.errors ?? []).map(({ field, code }) => `\n  ${field}: ${code}`).join('')
  throw new Refusal(`${answer.detail ?? answer.title} (${answer.code})${fields}`)
}

async function apply({ 'dry-run': dryRun = false }) {
  const { client_id: id, unit, stage, dossier } = read('service.json')
  const answer = await api('PUT', `/api/v1/services/${id}?${new URLSearchParams({ unit, stage, dry_run: dryRun })}`, dossier)
  console.log(`${dryRun ? 'Would be' : 'Is'} ${answer.effect}: ${id}`)
  for (const { field, before, after } of answer.changes) console.log(`  ${field}: ${before || '–'} → ${after || '–'}`)
  for (const { field, code } of answer.hints) console.log(`  hint for ${field}: ${code}`)
  if (answer.needs_second_person) console.log('It waits for a registrar.')
  else if (!dryRun) console.log('It is live. Next: login')
}

async function status() {
  const { state, live, open } = await api('GET', `/api/v1/services/${read('service.json').client_id}`)
  console.log(`${state}${live ? `, version ${live.version} is live` : ''}${open ? `, version ${open.version} is ${open.state}` : ''}`)
}

/** A JWT signed with our key: ES256, signature as R || S (RFC 7518, section 3.4). */
function assertion(clientId) {
  const { kid, ...jwk } = read('key.json')
  const now = Math.floor(Date.now() / 1000)
  const input = [
    { typ: 'JWT', alg: 'ES256', kid },
    { iss: clientId, sub: clientId, aud: ISSUER, jti: random(), iat: now, exp: now + 60 },
  ].map((part) => base64url(JSON.stringify(part))).join('.')
  const key = { key: createPrivateKey({ key: jwk, format: 'jwk' }), dsaEncoding: 'ieee-p1363' }
  return `${input}.${base64url(sign('sha256', input, key))}`
}

async function post(path, clientId, parameters) {
  const response = await fetch(ISSUER + path, {
    method: 'POST',
    body: new URLSearchParams({
      client_id: clientId,
      client_assertion_type: 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer',
      client_assertion: assertion(clientId),
      ...parameters,
    }),
  })
  const answer = await response.json()
  if (!response.ok) throw new Refusal(`${path}: ${answer.error} ${answer.error_description ?? ''}`)
  return answer
}

/** One login: pushed request, browser, code, tokens, UserInfo. */
async function login() {
  const { client_id: id, dossier } = read('service.json')
  const redirectUri = dossier.redirect_uris[0]
  const [state, nonce, verifier] = [random(), random(), random()]
  const { request_uri: requestUri } = await post('/oauth2/par', id, {
    response_type: 'code', redirect_uri: redirectUri, scope: 'openid profile address identity', state, nonce,
    code_challenge: base64url(createHash('sha256').update(verifier).digest()), code_challenge_method: 'S256',
  })
  const answer = answerAt(new URL(redirectUri))
  console.log(`Open in a browser: ${ISSUER}/oauth2/authorize?${new URLSearchParams({ client_id: id, request_uri: requestUri })}`)
  const query = await answer
  if (query.get('state') !== state || query.get('iss') !== ISSUER) throw new Refusal('This answer is not ours.')
  if (query.has('error')) throw new Refusal(`The login ended with ${query.get('error')}.`)
  const tokens = await post('/oauth2/token', id, {
    grant_type: 'authorization_code', code: query.get('code'), redirect_uri: redirectUri, code_verifier: verifier,
  })
  // This prints an ID token that came straight from the token endpoint. Software that passes it on must verify its signature.
  const idToken = JSON.parse(Buffer.from(tokens.id_token.split('.')[1], 'base64url'))
  if (idToken.iss !== ISSUER || idToken.aud !== id || idToken.nonce !== nonce) throw new Refusal('This ID token is not ours.')
  const userInfo = await fetch(`${ISSUER}/userinfo`, { headers: { Authorization: `Bearer ${tokens.access_token}` } })
  console.log('The login worked. Your service receives:')
  console.log(JSON.stringify(await userInfo.json(), null, 2))
}

/** Waits for the browser to come back. */
function answerAt({ port, pathname }) {
  return new Promise((resolve, reject) => {
    const server = createServer((request, response) => {
      const url = new URL(request.url, 'http://localhost')
      if (url.pathname !== pathname) return response.writeHead(404).end()
      response.writeHead(200, { 'Content-Type': 'text/plain' }).end('Done. Look at your terminal.', () => {
        server.close()
        server.closeAllConnections()
        resolve(url.searchParams)
      })
    })
    server.on('error', reject).listen(Number(port || 80), 'localhost')
  })
}

const commands = { init, apply, login, status }
const { values, positionals: [command] } = parseArgs({
  allowPositionals: true,
  options: {
    'client-id': { type: 'string' }, unit: { type: 'string' }, name: { type: 'string' }, port: { type: 'string' },
    'dry-run': { type: 'boolean' },
  },
})
try {
  if (!commands[command]) throw new Refusal(`Say what to do: ${Object.keys(commands).join(', ')}`)
  await commands[command](values)
} catch (error) {
  console.error(error instanceof Refusal ? error.message : `It did not work: ${error.message}`)
  process.exitCode = 1
}
