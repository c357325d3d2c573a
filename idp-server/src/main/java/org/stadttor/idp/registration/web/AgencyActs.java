// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.idp.registration.web;

import org.stadttor.idp.registration.GoLive;
import org.stadttor.idp.registration.PromoteToProduction;
import org.stadttor.idp.registration.RetireRegistration;
import org.stadttor.idp.registration.RollBack;
import org.stadttor.idp.registration.ServiceRegistration;
import org.stadttor.idp.registration.SubmitRegistration;
import org.stadttor.idp.registration.SuspendRegistration;
import org.stadttor.idp.relyingparty.ClientId;
import org.stadttor.staff.StaffMember;

/** The use cases of an agency, each limited to where the person's roles allow it. */
public final class AgencyActs {

    /** Towards a live service. */
    public record Forward(SubmitRegistration submit, GoLive goLive, RollBack rollBack, PromoteToProduction promote) {}

    /** Away from it. */
    public record Stop(SuspendRegistration suspend, RetireRegistration retire) {}

    private final Forward forward;
    private final Stop stop;

    public AgencyActs(Forward forward, Stop stop) {
        this.forward = forward;
        this.stop = stop;
    }

    void submit(StaffMember member, ClientId id, long revision) {
        forward.submit().submit(AgencyAct.SUBMIT.by(member), id, revision);
    }

    void rollBack(StaffMember member, ClientId id, long revision, int version) {
        forward.rollBack().rollBack(AgencyAct.ROLL_BACK.by(member), id, revision, version);
    }

    ServiceRegistration promote(StaffMember member, ClientId id) {
        return forward.promote().promote(AgencyAct.PROMOTE.by(member), id);
    }

    void goLive(StaffMember member, ClientId id, String hash) {
        forward.goLive().goLive(AgencyAct.GO_LIVE.by(member), id, hash);
    }

    void suspend(StaffMember member, ClientId id, String reason) {
        stop.suspend().suspend(AgencyAct.SUSPEND.by(member), id, reason);
    }

    void retire(StaffMember member, ClientId id) {
        stop.retire().retire(AgencyAct.RETIRE.by(member), id);
    }
}
