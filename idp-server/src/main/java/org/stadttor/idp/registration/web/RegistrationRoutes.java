// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.idp.registration.web;

import java.util.List;
import org.stadttor.staff.NavigationItem;
import org.stadttor.staff.StaffRoute;
import org.stadttor.staff.StaffRoutes;

/** Who may use which page of this package; the part of the tree is asked for by the pages themselves. */
public final class RegistrationRoutes {

    private static final String SERVICE = "/agency/services/{clientId}";
    private static final String REGISTRATION = "/admin/registrations/{clientId}";

    private RegistrationRoutes() {}

    /** For people of agencies. */
    public static StaffRoutes agency() {
        return StaffRoutes.of(
                StaffRoute.get("/agency", AgencyAct.READ.roles()),
                StaffRoute.get("/agency/services/new", AgencyAct.CREATE.roles()),
                StaffRoute.post("/agency/services/new", AgencyAct.CREATE.roles()),
                StaffRoute.get(SERVICE, AgencyAct.READ.roles()),
                StaffRoute.get(SERVICE + "/versions", AgencyAct.READ.roles()),
                StaffRoute.get(SERVICE + "/edit/{part}", AgencyAct.EDIT_TECHNICAL.roles()),
                StaffRoute.post(SERVICE + "/edit/{part}", AgencyAct.EDIT_TECHNICAL.roles()),
                StaffRoute.post(SERVICE + "/submit", AgencyAct.SUBMIT.roles()),
                StaffRoute.post(SERVICE + "/roll-back", AgencyAct.ROLL_BACK.roles()),
                StaffRoute.post(SERVICE + "/promote", AgencyAct.PROMOTE.roles()),
                StaffRoute.post(SERVICE + "/go-live", AgencyAct.GO_LIVE.roles()),
                StaffRoute.get(SERVICE + "/suspend", AgencyAct.SUSPEND.roles()),
                StaffRoute.post(SERVICE + "/suspend", AgencyAct.SUSPEND.roles()),
                StaffRoute.get(SERVICE + "/retire", AgencyAct.RETIRE.roles()),
                StaffRoute.post(SERVICE + "/retire", AgencyAct.RETIRE.roles()),
                StaffRoute.get(SERVICE + "/domains", AgencyAct.READ.roles()),
                StaffRoute.post(SERVICE + "/domains", AgencyAct.PROVE_DOMAIN.roles()),
                StaffRoute.get("/agency/organisation", AgencyAct.CHANGE_ORGANISATION.roles()),
                StaffRoute.post("/agency/organisation", AgencyAct.CHANGE_ORGANISATION.roles()));
    }

    /** For registrars; auditors read. */
    public static StaffRoutes registrars() {
        return StaffRoutes.of(
                StaffRoute.get("/admin/registrations", AgencyAct.READ_AS_REGISTRAR.roles()),
                StaffRoute.get(REGISTRATION, AgencyAct.READ_AS_REGISTRAR.roles()),
                StaffRoute.get(REGISTRATION + "/{act:approve|reject|suspend|resume|retire}", AgencyAct.DECIDE.roles()),
                StaffRoute.post(REGISTRATION + "/{act:approve|reject|suspend|resume|retire}", AgencyAct.DECIDE.roles()),
                StaffRoute.get("/admin/organisations", AgencyAct.READ_AS_REGISTRAR.roles()),
                StaffRoute.get("/admin/organisations/new", AgencyAct.DECIDE.roles()),
                StaffRoute.post("/admin/organisations/new", AgencyAct.DECIDE.roles()),
                StaffRoute.get("/admin/organisations/edit", AgencyAct.DECIDE.roles()),
                StaffRoute.post("/admin/organisations/edit", AgencyAct.DECIDE.roles()));
    }

    /** The entries of the navigation. */
    public static List<NavigationItem> navigation() {
        return List.of(
                NavigationItem.of(10, "/agency", "agency.navigation.services", AgencyAct.READ.roles()),
                NavigationItem.of(
                        20,
                        "/agency/organisation",
                        "agency.navigation.organisation",
                        AgencyAct.CHANGE_ORGANISATION.roles()),
                NavigationItem.of(
                        30,
                        "/admin/registrations",
                        "agency.navigation.registrations",
                        AgencyAct.READ_AS_REGISTRAR.roles()),
                NavigationItem.of(
                        40,
                        "/admin/organisations",
                        "agency.navigation.organisations",
                        AgencyAct.READ_AS_REGISTRAR.roles()));
    }
}
