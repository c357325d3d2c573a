// SPDX-License-Identifier: EUPL-1.2
/** Pages and endpoints of the PID providers. */
@NullMarked
package org.stadttor.sandbox.pidprovider.web;

import org.jspecify.annotations.NullMarked;
