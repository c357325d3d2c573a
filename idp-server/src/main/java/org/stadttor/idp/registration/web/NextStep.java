// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.idp.registration.web;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.stadttor.idp.registration.RegistrationState;
import org.stadttor.idp.registration.RegistrationVersion;
import org.stadttor.idp.registration.ServiceRegistration;
import org.stadttor.idp.registration.Stage;
import org.stadttor.idp.registration.VersionState;

/** What an agency does next with a service; the page says it in one sentence. */
public enum NextStep {
    COMPLETE,
    PROVE_DOMAIN,
    SUBMIT,
    WAIT,
    GO_LIVE,
    CORRECT,
    RENEW_KEYS,
    TRY,
    NOTHING,
    ASK_REGISTRAR,
    ENDED;

    /**
     * Decides.
     *
     * @param complete whether every field of the open version is right
     * @param proved whether control of every host is proved
     */
    static NextStep of(ServiceRegistration service, boolean complete, boolean proved, List<KeyView> keys) {
        if (service.state() == RegistrationState.RETIRED) {
            return ENDED;
        }
        if (service.state() == RegistrationState.SUSPENDED) {
            return ASK_REGISTRAR;
        }
        Optional<VersionState> open = service.open().map(RegistrationVersion::state);
        if (open.isPresent()) {
            return switch (open.get()) {
                case DRAFT -> draft(service, complete, proved);
                case SUBMITTED -> proved ? WAIT : PROVE_DOMAIN;
                case APPROVED -> GO_LIVE;
                case REJECTED, LIVE, SUPERSEDED -> NOTHING;
            };
        }
        if (service.latest().state() == VersionState.REJECTED) {
            return CORRECT;
        }
        if (keys.stream().anyMatch(key -> key.warning() != KeyView.Warning.NONE)) {
            return RENEW_KEYS;
        }
        return service.stage() == Stage.SANDBOX ? TRY : NOTHING;
    }

    private static NextStep draft(ServiceRegistration service, boolean complete, boolean proved) {
        if (!complete) {
            return COMPLETE;
        }
        return proved || service.stage() == Stage.SANDBOX ? SUBMIT : PROVE_DOMAIN;
    }

    /** Part of the keys of its texts. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
