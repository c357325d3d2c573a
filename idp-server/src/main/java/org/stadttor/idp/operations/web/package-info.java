// SPDX-License-Identifier: EUPL-1.2
/** The page of the help desk. */
@NullMarked
package org.stadttor.idp.operations.web;

import org.jspecify.annotations.NullMarked;
