// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.idp.sample;

import java.util.Arrays;
import java.util.Optional;

/** The software there are samples for. */
public enum Sample {
    CURL("curl", "curl, openssl", "curl.sh", State.RUN),
    OPENID_CLIENT("openid-client", "openid-client 6 (Node.js)", "openid-client.mjs", State.RUN),
    AUTHLIB("authlib", "Authlib (Python)", "login_with_authlib.py", State.RUN),
    SPRING_SECURITY("spring-security", "Spring Security 7 (Java)", "spring-security.java", State.RUN),
    ASPNET("aspnet", "ASP.NET Core 9", "aspnet.cs", State.NOT_RUN),
    QUARKUS("quarkus", "Quarkus OIDC", "quarkus.properties", State.NOT_RUN),
    MOD_AUTH_OPENIDC("mod-auth-openidc", "mod_auth_openidc (Apache)", "mod-auth-openidc.conf", State.WAITS_FOR_PAR),
    KEYCLOAK("keycloak", "Keycloak (broker)", "keycloak.json", State.WAITS_FOR_PAR),
    OAUTH2_PROXY("oauth2-proxy", "oauth2-proxy", "oauth2-proxy.cfg", State.WAITS_FOR_SECRET),
    NEXTCLOUD("nextcloud", "Nextcloud user_oidc", "nextcloud.sh", State.WAITS_FOR_SECRET);

    /** What is known of a sample. */
    public enum State {
        /** Executed in the tests of this project, against a running server. */
        RUN("sample.state.run", ""),
        NOT_RUN("sample.state.not_run", ""),
        WAITS_FOR_PAR("sample.state.waits", "sample.waits.par"),
        WAITS_FOR_SECRET("sample.state.waits", "sample.waits.secret");

        private final String messageKey;
        private final String reasonKey;

        State(String messageKey, String reasonKey) {
            this.messageKey = messageKey;
            this.reasonKey = reasonKey;
        }

        public String messageKey() {
            return messageKey;
        }

        /** What it waits for; empty if it does not. */
        public String reasonKey() {
            return reasonKey;
        }
    }

    private final String id;
    private final String software;
    private final String file;
    private final State state;

    Sample(String id, String software, String file, State state) {
        this.id = id;
        this.software = software;
        this.file = file;
        this.state = state;
    }

    public static Optional<Sample> of(String id) {
        return Arrays.stream(values()).filter(sample -> sample.id.equals(id)).findFirst();
    }

    /** Part of its address. */
    public String id() {
        return id;
    }

    /** What it is for. */
    public String software() {
        return software;
    }

    /** Name of the file. */
    public String file() {
        return file;
    }

    public State state() {
        return state;
    }
}
