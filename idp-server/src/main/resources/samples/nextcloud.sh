# Nextcloud with the app user_oidc
occ user_oidc:provider Stadttor \
  --clientid='${client_id}' \
  --discoveryuri='${issuer}/.well-known/openid-configuration' \
  --scope='${scope}' \
  --mapping-uid=sub
