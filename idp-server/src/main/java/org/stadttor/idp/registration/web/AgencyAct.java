// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.idp.registration.web;

import java.util.Set;
import org.stadttor.idp.organisation.ActingPerson;
import org.stadttor.idp.organisation.Scope;
import org.stadttor.idp.organisation.UnitPath;
import org.stadttor.staff.StaffMember;

/** What people do with services, and which roles may, each within the part of the tree the role was given for. */
public enum AgencyAct {
    READ("owner", "technician", "data-protection-officer", "agency-reader"),
    /** Name, organisation, data: what citizens are told and asked. */
    EDIT("owner"),
    /** Keys and addresses. */
    EDIT_TECHNICAL("owner", "technician"),
    CREATE("owner"),
    SUBMIT("owner", "technician"),
    PROVE_DOMAIN("owner", "technician"),
    ROLL_BACK("owner"),
    PROMOTE("owner"),
    GO_LIVE("owner", "technician"),
    /** Stopping is never for one role alone: whoever watches over the data can do it too. */
    SUSPEND("owner", "data-protection-officer"),
    RETIRE("owner"),
    CHANGE_ORGANISATION("owner"),
    READ_AS_REGISTRAR("registrar", "auditor"),
    DECIDE("registrar");

    @SuppressWarnings("ImmutableEnumChecker") // Made by Set.of.
    private final Set<String> roles;

    AgencyAct(String... roles) {
        this.roles = Set.of(roles);
    }

    /** The roles, for the table of routes. */
    public String[] roles() {
        return roles.toArray(String[]::new);
    }

    /** Where this person may do it; nowhere, if no role allows it. */
    public Scope scope(StaffMember member) {
        return Scope.of(member.parts(roles));
    }

    /** This person, doing it. */
    public ActingPerson by(StaffMember member) {
        return new ActingPerson(member.id().value(), scope(member));
    }

    /** Whether this person may do it there. */
    public boolean isAllowed(StaffMember member, UnitPath unit) {
        return scope(member).includes(unit);
    }
}
