// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.idp.registration.web;

import org.stadttor.idp.registration.DecideRegistration;
import org.stadttor.idp.registration.DecideRegistration.Command;
import org.stadttor.idp.registration.ResumeRegistration;
import org.stadttor.idp.registration.RetireRegistration;
import org.stadttor.idp.registration.SuspendRegistration;
import org.stadttor.idp.relyingparty.ClientId;
import org.stadttor.staff.StaffMember;

/** The use cases of registrars, within their part of the tree. */
public final class RegistrarActs {

    private final DecideRegistration decide;
    private final SuspendRegistration suspend;
    private final ResumeRegistration resume;
    private final RetireRegistration retire;

    public RegistrarActs(
            DecideRegistration decide,
            SuspendRegistration suspend,
            ResumeRegistration resume,
            RetireRegistration retire) {
        this.decide = decide;
        this.suspend = suspend;
        this.resume = resume;
        this.retire = retire;
    }

    void approve(StaffMember member, ClientId id, String hash) {
        decide.decide(new Command.Approve(AgencyAct.DECIDE.by(member), id, hash));
    }

    void reject(StaffMember member, ClientId id, String hash, String reason) {
        decide.decide(new Command.Reject(AgencyAct.DECIDE.by(member), id, hash, reason));
    }

    void suspend(StaffMember member, ClientId id, String reason) {
        suspend.suspend(AgencyAct.DECIDE.by(member), id, reason);
    }

    void resume(StaffMember member, ClientId id) {
        resume.resume(AgencyAct.DECIDE.by(member), id);
    }

    void retire(StaffMember member, ClientId id) {
        retire.retire(AgencyAct.DECIDE.by(member), id);
    }
}
