#!/usr/bin/env bash
# One login by hand, to see every step: bash, curl, openssl, jq. Needs your private key in key.pem (P-256, PKCS #8).
set -euo pipefail
issuer='${issuer}'
client_id='${client_id}'
redirect_uri='${redirect_uri}'
kid='${kid}'

base64url() { openssl base64 -A | tr '+/' '-_' | tr -d '='; }
random() { openssl rand 32 | base64url; }

# private_key_jwt (RFC 7523). openssl writes the signature as DER; a JWT wants the two numbers side by side.
assertion() {
  local now input header claims
  now=$(date +%s)
  header=$(jq -cn --arg kid "$kid" '{typ: "JWT", alg: "ES256", kid: $kid}')
  claims=$(jq -cn --arg id "$client_id" --arg aud "$issuer" --arg jti "$(random)" --argjson now "$now" \
    '{iss: $id, sub: $id, aud: $aud, jti: $jti, iat: $now, exp: ($now + 60)}')
  input=$(printf %s "$header" | base64url).$(printf %s "$claims" | base64url)
  printf '%s.' "$input"
  printf '%b' "$(printf %s "$input" | openssl dgst -sha256 -sign key.pem | openssl asn1parse -inform DER |
    awk -F: '/INTEGER/ { n = $4; while (length(n) < 64) n = "0" n; printf "%s", substr(n, length(n) - 63) }' |
    sed 's/../\\x&/g')" | base64url
}

post() {
  local path=$1
  shift
  curl -sS --fail-with-body "$issuer$path" --data-urlencode "client_id=$client_id" \
    --data-urlencode 'client_assertion_type=urn:ietf:params:oauth:client-assertion-type:jwt-bearer' \
    --data-urlencode "client_assertion=$(assertion)" "$@"
}

# 1. Push the request (RFC 9126), with PKCE.
state=$(random) nonce=$(random) verifier=$(random)
challenge=$(printf %s "$verifier" | openssl dgst -sha256 -binary | base64url)
request_uri=$(post /oauth2/par \
  --data-urlencode "redirect_uri=$redirect_uri" --data-urlencode 'response_type=code' \
  --data-urlencode 'scope=${scope}' --data-urlencode "state=$state" --data-urlencode "nonce=$nonce" \
  --data-urlencode "code_challenge=$challenge" --data-urlencode 'code_challenge_method=S256' | jq -r .request_uri)

# 2. The browser.
echo "Open: $issuer/oauth2/authorize?client_id=$client_id&request_uri=$(jq -rn --arg u "$request_uri" '$u | @uri')"
echo "Then paste the address the browser came back to:"
read -r back
parameter() { printf %s "${back#*\?}" | tr '&' '\n' | sed -n "s/^$1=//p"; }
[ "$(parameter state)" = "$state" ] || { echo 'state is not ours'; exit 1; }

# 3. Redeem the code, read the attributes.
tokens=$(post /oauth2/token --data-urlencode 'grant_type=authorization_code' \
  --data-urlencode "code=$(parameter code)" --data-urlencode "redirect_uri=$redirect_uri" \
  --data-urlencode "code_verifier=$verifier")
curl -sS --fail-with-body "$issuer/userinfo" -H "Authorization: Bearer $(jq -r .access_token <<<"$tokens")" | jq .
