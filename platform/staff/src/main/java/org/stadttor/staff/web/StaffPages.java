// SPDX-License-Identifier: EUPL-1.2
package org.stadttor.staff.web;

import java.util.List;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.stadttor.staff.NavigationItem;
import org.stadttor.staff.StaffProcess;

/** Adds the frame to the pages of the staff side. */
public final class StaffPages implements WebMvcConfigurer {

    private final StaffView.Provider provider;

    public StaffPages(StaffPort port, StaffProcess process, List<NavigationItem> items) {
        this.provider = new StaffView.Provider(port, process, items);
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(provider);
    }
}
