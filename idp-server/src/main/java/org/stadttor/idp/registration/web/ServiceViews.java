// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.idp.registration.web;

import java.time.Clock;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.stadttor.idp.organisation.FieldError;
import org.stadttor.idp.registration.DossierRules;
import org.stadttor.idp.registration.ReadRegistrations;
import org.stadttor.idp.registration.RegistrationRefusedException;
import org.stadttor.idp.registration.RegistrationVersion;
import org.stadttor.idp.registration.ServiceRegistration;
import org.stadttor.idp.relyingparty.ClientId;
import org.stadttor.staff.StaffMember;

/** Services as pages show them, to people who may see them. */
public final class ServiceViews {

    private final ReadRegistrations read;
    private final DossierRules rules;
    private final DomainStates domains;
    private final Clock clock;

    public ServiceViews(ReadRegistrations read, DossierRules rules, DomainStates domains, Clock clock) {
        this.read = read;
        this.rules = rules;
        this.domains = domains;
        this.clock = clock;
    }

    /**
     * One service.
     *
     * @throws RegistrationRefusedException if this person may not do this there, or it is not there
     */
    public ServiceView find(StaffMember member, AgencyAct act, String clientId, Locale locale) {
        return view(read.find(act.scope(member), clientId(clientId)), member, locale);
    }

    /** The same of a registration that is known. */
    public ServiceView view(ServiceRegistration service, StaffMember member, Locale locale) {
        RegistrationVersion shown = ServiceView.shown(service);
        List<FieldError> errors = rules.check(shown.dossier());
        RegistrationVersion used = service.live().orElse(shown);
        List<KeyView> keys = KeyView.of(used.dossier(), clock.instant());
        boolean proved = domains.of(service.unit(), shown.dossier()).stream().allMatch(DomainState::proved);
        Set<AgencyAct> allowed = Arrays.stream(AgencyAct.values())
                .filter(act -> act.isAllowed(member, service.unit()))
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(AgencyAct.class)));
        return new ServiceView(
                service,
                ServiceView.name(
                        shown.dossier().names(), locale, service.clientId().value()),
                shown,
                errors,
                service.diffToLive(shown),
                keys,
                NextStep.of(service, errors.isEmpty(), proved, keys),
                allowed);
    }

    static ClientId clientId(String text) {
        try {
            return new ClientId(text);
        } catch (IllegalArgumentException e) {
            throw new RegistrationRefusedException(RegistrationRefusedException.Reason.NOT_FOUND);
        }
    }
}
