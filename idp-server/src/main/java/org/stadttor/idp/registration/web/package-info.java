// SPDX-License-Identifier: EUPL-1.2
/** The agencies' portal and the registrars' pages. */
@NullMarked
package org.stadttor.idp.registration.web;

import org.jspecify.annotations.NullMarked;
